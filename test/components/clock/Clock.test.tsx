import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Clock, Countdown } from '@/components/clock/Clock';
import { ClockProvider } from '@/components/clock/ClockProvider';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator } from '@/lib/i18n/translator';
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

describe('the page', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has one timer for any number of clocks, and none without', () => {
    vi.useFakeTimers({ now });
    const { t, language } = createTranslator('zh-CN', '');
    const clocks = Array.from({ length: 40 }, (_, index) => (
      <Clock key={String(index)} startedAt={now - index * 1000} />
    ));
    const page = (children: ReactNode): ReactNode => (
      <TranslatorProvider translator={{ t, language }}>
        <ClockProvider>{children}</ClockProvider>
      </TranslatorProvider>
    );
    const { rerender } = render(page(clocks));
    expect(vi.getTimerCount()).toBe(1);
    rerender(page(null));
    expect(vi.getTimerCount()).toBe(0);
  });
});
