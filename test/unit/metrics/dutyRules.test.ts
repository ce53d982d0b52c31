import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyStretch, Shift } from '@/lib/domain/duty';
import { isOffDuty } from '@/lib/metrics/duty';
import { dutyAt, dutyBetween } from '@/lib/metrics/dutyRules';
import { zoneOf } from '@/lib/metrics/zone';

const zone = zoneOf('Asia/Shanghai');
const day: Shift = { name: '早班', fromMinute: 9 * 60, toMinute: 17 * 60, days: [1, 2, 3, 4, 5, 6, 7] };
/** Hours from midnight of 2026-11-11 in Shanghai. */
const at = (hours: number) => Date.UTC(2026, 10, 10, 16) + hours * 3_600_000;
const stretch = (source: DutyStretch['source'], on: boolean, from: number, to = Number.POSITIVE_INFINITY) => ({
  source,
  on,
  from: at(from),
  to: Number.isFinite(to) ? at(to) : to,
  account: null,
});
const state = (stretches: DutyStretch[], shifts: Shift[], hours: number) =>
  dutyAt({ stretches, shifts, zone }, at(hours));

describe('on duty', () => {
  it('is everybody of whom nothing else is said', () => {
    expect(state([], [], 3)).toEqual({ on: true, by: null, since: null });
  });

  it('follows the shifts', () => {
    expect(state([], [day], 8)).toEqual({ on: false, by: 'shift', since: at(-7) });
    expect(state([], [day], 9)).toEqual({ on: true, by: 'shift', since: at(9) });
    expect(state([], [day], 17)).toEqual({ on: false, by: 'shift', since: at(17) });
  });

  it('is not ended by an account that is shown on line, and never runs with shifts on no day', () => {
    expect(state([stretch('workbench', true, 0)], [], 5)).toEqual({ on: true, by: null, since: null });
    expect(state([], [{ ...day, days: [] }], 10)).toEqual({ on: false, by: 'shift', since: null });
  });

  it('changes at the very moment of a press, an edge or a change of the account', () => {
    expect(state([stretch('workbench', false, 10, 11)], [day], 10).by).toBe('workbench');
    // Pressed as the shift began: it holds until the shift ends.
    const off = [stretch('switch', false, 9)];
    expect(state(off, [day], 16).by).toBe('switch');
    expect(state(off, [day], 17).by).toBe('shift');
  });

  it('ends with 下班, until the next shift begins whether 上班 was pressed or not', () => {
    const off = [stretch('switch', false, 16)];
    expect(state(off, [day], 16.5)).toEqual({ on: false, by: 'switch', since: at(16) });
    expect(state(off, [day], 18).by).toBe('shift');
    expect(state(off, [day], 33.5)).toEqual({ on: true, by: 'shift', since: at(33) });
  });

  it('goes on over the end of a shift with 上班, until the next one begins', () => {
    const on = [stretch('switch', true, 18)];
    expect(state(on, [day], 20)).toEqual({ on: true, by: 'switch', since: at(18) });
    expect(state(on, [day], 41.5).on).toBe(false);
  });

  it('without shifts, is what was pressed last', () => {
    const pressed = [stretch('switch', false, 16, 30), stretch('switch', true, 30)];
    expect(state(pressed, [], 29).on).toBe(false);
    expect(state(pressed, [], 300)).toEqual({ on: true, by: 'switch', since: at(30) });
  });

  it('is nobody whose account the workbench shows as off line, whatever else is said', () => {
    const offline = [stretch('workbench', false, 10, 11), stretch('switch', true, 9.5)];
    expect(state(offline, [day], 10.5)).toEqual({ on: false, by: 'workbench', since: at(10) });
    expect(state(offline, [day], 11).on).toBe(true);
  });

  it('is nobody while the browser was closed on purpose, unless a shift or the switch says otherwise', () => {
    const closed = [stretch('closed', false, 8, 13)];
    expect(state(closed, [], 10)).toEqual({ on: false, by: 'closed', since: at(8) });
    expect(state(closed, [day], 10).on).toBe(true);
    expect(state(closed, [day], 8.5)).toMatchObject({ on: false, by: 'shift' });
    expect(state([...closed, stretch('switch', true, 7)], [], 10).on).toBe(true);
  });
});

describe('as the log says it', () => {
  const hour = fc.integer({ min: -60, max: 60 });
  const anyStretch = fc
    .record({
      source: fc.constantFrom<DutyStretch['source'][]>('switch', 'workbench', 'closed'),
      on: fc.boolean(),
      from: hour,
      length: fc.option(fc.integer({ min: 1, max: 40 })),
    })
    .map(({ source, on, from, length }) =>
      stretch(source, source === 'switch' && on, from, length === null ? undefined : from + length),
    );
  const anyShift = fc.record({
    name: fc.constant('x'),
    fromMinute: fc.integer({ min: 0, max: 23 }).map((hours) => hours * 60),
    toMinute: fc.integer({ min: 0, max: 23 }).map((hours) => hours * 60),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  });

  const between = (stretches: DutyStretch[], shifts: Shift[], from: number, to: number) => {
    const { at: moments, on } = dutyBetween({ stretches, shifts, zone }, at(from), at(to));
    return moments.map((moment, i) => [(moment - at(0)) / 3_600_000, on[i]]);
  };

  it('says what holds at the beginning only where that is off duty, then each change, the last moment’s too', () => {
    expect(between([], [], 0, 24)).toEqual([]);
    expect(between([], [day], 0, 24)).toEqual([
      [0, false],
      [9, true],
      [17, false],
    ]);
    expect(between([], [day], 10, 16)).toEqual([]);
    expect(between([], [day], 0, 9)).toEqual([
      [0, false],
      [9, true],
    ]);
  });

  it('says nothing of what happened before or comes afterwards', () => {
    const offline = [stretch('workbench', false, 8, 12), stretch('workbench', false, 15, 20)];
    expect(between(offline, [], 10, 16)).toEqual([
      [10, false],
      [12, true],
      [15, false],
    ]);
    expect(between(offline, [], 12, 14)).toEqual([]);
  });

  it('puts changes in order, and says none twice', () => {
    const stretches = [
      stretch('workbench', false, 12, 13),
      stretch('workbench', false, 10, 11),
      stretch('closed', false, 10.5, 12.5),
    ];
    expect(between(stretches, [], 9, 16)).toEqual([
      [10, false],
      [13, true],
    ]);
  });

  it('is at every moment what holds at that moment, wherever one begins to read', () => {
    fc.assert(
      fc.property(
        fc.array(anyStretch, { maxLength: 4 }),
        fc.array(anyShift, { maxLength: 2 }),
        hour,
        fc.array(fc.double({ min: 0, max: 48, noNaN: true }), { maxLength: 8 }),
        (stretches, shifts, from, moments) => {
          const facts = { stretches, shifts, zone };
          const timeline = dutyBetween(facts, at(from), at(from + 48));
          for (const hours of moments) {
            const moment = Math.round(at(from + hours));
            expect(!isOffDuty(timeline, moment)).toBe(dutyAt(facts, moment).on);
          }
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: 20261121 },
    );
  });
});
