import { describe, expect, it } from 'vitest';
import { dayNumbered, dayOf } from '@/lib/metrics/dayOf';

const hourMs = 3_600_000;

describe('the day of a moment', () => {
  it('begins where the profile says, in its zone', () => {
    const at = Date.UTC(2026, 9, 20, 17, 30);
    expect(dayOf({ timeZone: 'Asia/Shanghai', dayStartsAtMs: 0 }, at)).toEqual({
      day: Date.UTC(2026, 9, 21) / (24 * hourMs),
      date: '2026-10-21',
      from: Date.UTC(2026, 9, 20, 16),
      to: Date.UTC(2026, 9, 21, 16),
    });
    expect(dayOf({ timeZone: 'Asia/Shanghai', dayStartsAtMs: 4 * hourMs }, at)).toMatchObject({
      date: '2026-10-20',
      from: Date.UTC(2026, 9, 19, 20),
      to: Date.UTC(2026, 9, 20, 20),
    });
  });

  it('is as long as the clocks make it', () => {
    const berlin = { timeZone: 'Europe/Berlin', dayStartsAtMs: 0 };
    const autumn = dayOf(berlin, Date.UTC(2026, 9, 25, 12));
    expect(autumn.to - autumn.from).toBe(25 * hourMs);
    const spring = dayOf(berlin, Date.UTC(2026, 2, 29, 12));
    expect(spring.to - spring.from).toBe(23 * hourMs);
    expect(dayNumbered(berlin, spring.day)).toEqual(spring);
    expect(dayNumbered(berlin, spring.day + 1).from).toBe(spring.to);
  });
});
