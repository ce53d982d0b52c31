import { describe, expect, it } from 'vitest';
import { Clock, Countdown } from '@/components/clock/Clock';
import { renderSurface } from '../renderSurface';
import { now } from '../samples';

describe('Clock', () => {
  it('changes one text node a second and nothing else', async () => {
    const { container, clock } = renderSurface(<Clock startedAt={now - 42_000} />);
    expect(container.textContent).toBe('0:42');
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(container, { childList: true, characterData: true, attributes: true, subtree: true });
    clock.advance(1);
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect(container.textContent).toBe('0:43');
    expect(records.map((record) => record.type)).toEqual(['characterData']);
  });

  it('says when a wait may be longer', () => {
    expect(renderSurface(<Clock startedAt={now - 5_000} atLeast />).container.textContent).toBe('≥0:05');
  });

  it('counts down to zero and stays there', () => {
    const { container, clock } = renderSurface(<Countdown endsAt={now + 2_000} />);
    expect(container.textContent).toBe('0:02');
    clock.advance(5);
    expect(container.textContent).toBe('0:00');
  });
});
