import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shift } from '@/lib/domain/duty';
import { shiftNameAt, shiftRuns } from '@/lib/metrics/shifts';
import { dayNumber, timeOfDay, zoneOf } from '@/lib/metrics/zone';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const early: Shift = { name: '早班', fromMinute: 9 * 60, toMinute: 17 * 60, days: everyDay };
const late: Shift = { name: '晚班', fromMinute: 17 * 60, toMinute: 60, days: everyDay };
const shanghai = zoneOf('Asia/Shanghai');
const newYork = zoneOf('America/New_York');
/** Hours from midnight of 2026-11-11 in Shanghai. */
const at = (hours: number) => Date.UTC(2026, 10, 10, 16) + hours * 3_600_000;

describe('shiftRuns', () => {
  it('gives the runs of a day, the night of the day before among them', () => {
    expect(shiftRuns([early, late], shanghai, at(0), at(24))).toEqual([
      { name: '晚班', from: at(-7), to: at(1) },
      { name: '早班', from: at(9), to: at(17) },
      { name: '晚班', from: at(17), to: at(25) },
    ]);
  });

  it('begins on its days of the week only: 2026-11-11 is a Wednesday', () => {
    const wednesdays = { ...late, days: [3] };
    expect(shiftRuns([wednesdays], shanghai, at(0), at(48))).toEqual([{ name: '晚班', from: at(17), to: at(25) }]);
    expect(shiftRuns([{ ...late, days: [2] }], shanghai, at(0), at(48))).toEqual([
      { name: '晚班', from: at(-7), to: at(1) },
    ]);
  });

  it('is an hour shorter or longer in the night in which clocks change', () => {
    const night = { name: 'night', fromMinute: 22 * 60, toMinute: 6 * 60, days: everyDay };
    const hours = (from: number) => {
      const [run] = shiftRuns([night], newYork, from, from + 1);
      return run === undefined ? null : (run.to - run.from) / 3_600_000;
    };
    expect(hours(Date.UTC(2026, 2, 8, 5))).toBe(7);
    expect(hours(Date.UTC(2026, 10, 1, 5))).toBe(9);
    expect(hours(Date.UTC(2026, 6, 1, 5))).toBe(8);
  });

  it('takes the moment of the jump for a time that clocks jump over', () => {
    const shift = { name: 'x', fromMinute: 150, toMinute: 300, days: everyDay };
    const jump = Date.UTC(2026, 2, 8, 7);
    expect(shiftRuns([shift], newYork, jump, jump + 1)).toEqual([
      { name: 'x', from: jump, to: Date.UTC(2026, 2, 8, 9) },
    ]);
  });

  it('runs around the clock when it ends as it begins', () => {
    const whole = { name: 'x', fromMinute: 480, toMinute: 480, days: everyDay };
    const [run] = shiftRuns([whole], shanghai, at(12), at(13));
    expect(run).toEqual({ name: 'x', from: at(8), to: at(32) });
  });

  it('gives the runs that touch the span, and not those that only meet its edges', () => {
    expect(shiftRuns([early], shanghai, at(17), at(24))).toEqual([]);
    expect(shiftRuns([early], shanghai, at(0), at(9))).toEqual([]);
    expect(shiftRuns([early], shanghai, at(16), at(17))).toHaveLength(1);
    expect(shiftRuns([], shanghai, at(0), at(24))).toEqual([]);
  });

  it('orders them by their beginning, then by their end, however the shifts are listed', () => {
    const short = { ...early, name: '半天', toMinute: 12 * 60 };
    const names = shiftRuns([late, early, short], shanghai, at(8), at(24)).map(({ name }) => name);
    expect(names).toEqual(['半天', '早班', '晚班']);
  });

  it('has no run on a day on which clocks jump over all of it', () => {
    const jumped = { name: 'x', fromMinute: 130, toMinute: 170, days: everyDay };
    const noon = Date.UTC(2026, 2, 8, 16);
    expect(shiftRuns([jumped], newYork, noon - 12 * 3_600_000, noon)).toEqual([]);
    expect(shiftRuns([jumped], newYork, noon, noon + 24 * 3_600_000)).toHaveLength(1);
  });

  it('begins and ends with the first of two moments that show the same time', () => {
    const shift = { name: 'x', fromMinute: 90, toMinute: 110, days: everyDay };
    const first = Date.UTC(2026, 10, 1, 5, 30);
    expect(shiftRuns([shift], newYork, first, first + 1)).toEqual([
      { name: 'x', from: first, to: Date.UTC(2026, 10, 1, 5, 50) },
    ]);
  });

  it('covers exactly the moments at which the wall clock stands within it', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(minute, minute, days, zone, moment, (fromMinute, toMinute, on, name, when) => {
        const here = zoneOf(name);
        // In an hour that comes twice, the wall clock alone does not say which of the two it is.
        fc.pre(here.offsetAt(when - 4 * 3_600_000) === here.offsetAt(when + 4 * 3_600_000));
        const time = timeOfDay(here, when) / 60_000;
        const weekday = (day: number) => ((day + 3) % 7) + 1;
        const today = on.includes(weekday(dayNumber(here, when, 0)));
        const yesterday = on.includes(weekday(dayNumber(here, when, 0) - 1));
        const expected =
          fromMinute < toMinute
            ? today && time >= fromMinute && time < toMinute
            : (today && time >= fromMinute) || (yesterday && time < toMinute);
        const runs = shiftRuns([{ name: 'x', fromMinute, toMinute, days: on }], here, when, when + 1);
        expect(runs.some((run) => run.from <= when && when < run.to)).toBe(expected);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: 20261121 },
    );
  });
});

describe('shiftNameAt', () => {
  it('names the shift that runs, or the last one of the day that ended', () => {
    expect(shiftNameAt([early, late], shanghai, at(9))).toBe('早班');
    expect(shiftNameAt([early, late], shanghai, at(17))).toBe('晚班');
    expect(shiftNameAt([early], shanghai, at(18))).toBe('早班');
    expect(shiftNameAt([late], shanghai, at(2))).toBe('晚班');
    expect(shiftNameAt([early], shanghai, at(8))).toBeNull();
    expect(shiftNameAt([], shanghai, at(8))).toBeNull();
  });

  it('of shifts that overlap, names the one that began last, and afterwards the one that ended last', () => {
    const shift = (name: string, from: number, to: number) => ({
      name,
      fromMinute: from * 60,
      toMinute: to * 60,
      days: everyDay,
    });
    const shifts = [shift('long', 8, 20), shift('middle', 9, 19), shift('short', 10, 18)];
    expect(shiftNameAt(shifts, shanghai, at(13))).toBe('short');
    expect(shiftNameAt(shifts, shanghai, at(18))).toBe('middle');
    expect(shiftNameAt(shifts, shanghai, at(21))).toBe('long');
  });
});
