import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Chip } from '@/components/overlay/Chip';
import { renderSurface } from '../renderSurface';
import { wait } from '../samples';

describe('Chip', () => {
  it('ticks beside a waiting customer and says when the limit has passed', () => {
    const { clock } = renderSurface(<Chip wait={wait('a', 179)} place={{ left: 5, top: 7 }} firstTargetMs={10_000} />);
    const chip = screen.getByRole('timer', { name: 'a*客 已等' });
    expect(chip.textContent).toBe('2:59');
    expect(chip.style.left).toBe('5px');
    clock.advance(1);
    expect(chip.textContent).toBe('3:00');
    clock.advance(1);
    expect(chip.textContent).toBe('超时 3:01');
  });
});
