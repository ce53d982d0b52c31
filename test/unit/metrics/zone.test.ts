import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayName, dayNumber, dayStart, hourOfDayStart, localHourStart, timeOfDay, zoneOf } from '@/lib/metrics/zone';
import { runs } from './arbitraries';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/New_York',
];

/** Wall clock by the platform's own formatter, the slow way. */
function wallClock(name: string, at: number): { day: string; time: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const seconds = Number(part('hour')) * 3600 + Number(part('minute')) * 60 + Number(part('second'));
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: seconds * 1000 };
}

describe('zones', () => {
  test('agree with the platform at any second of many years, clock changes included', () => {
    const moment = fc.oneof(
      fc.integer({ min: Date.UTC(2015, 0) / 1000, max: Date.UTC(2035, 0) / 1000 }),
      fc.integer({ min: Date.UTC(2026, 9, 24) / 1000, max: Date.UTC(2026, 9, 26) / 1000 }),
      fc.integer({ min: Date.UTC(2026, 3, 4) / 1000, max: Date.UTC(2026, 3, 6) / 1000 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (name, second) => {
        const zone = zoneOf(name);
        const at = second * 1000;
        const { day, time } = wallClock(name, at);
        expect(timeOfDay(zone, at)).toBe(time);
        expect(dayName(dayNumber(zone, at, 0))).toBe(day);
      }),
      runs,
    );
  });

  test('a day starts at its first moment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 17_000, max: 23_000 }),
        fc.constantFrom(0, 14_400_000),
        (name, day, starts) => {
          const zone = zoneOf(name);
          const at = dayStart(zone, day, starts);
          expect(dayNumber(zone, at, starts)).toBe(day);
          expect(dayNumber(zone, at - 1, starts)).toBe(day - 1);
        },
      ),
      runs,
    );
  });

  test('an hour of a zone that is half an hour off starts at half past, UTC', () => {
    const at = Date.UTC(2026, 9, 20, 4, 40);
    expect(localHourStart(zoneOf('Asia/Kolkata'), at)).toBe(Date.UTC(2026, 9, 20, 4, 30));
    expect(localHourStart(zoneOf('Asia/Kathmandu'), at)).toBe(Date.UTC(2026, 9, 20, 4, 15));
  });

  test('an hour into which the clocks jump starts with the jump, and its second half again where they go back', () => {
    const zone = zoneOf('Australia/Lord_Howe');
    // From 2:00 to 2:30, and half a year before from 2:00 to 1:30.
    const forward = Date.UTC(2026, 9, 3, 15, 30);
    const back = Date.UTC(2026, 3, 4, 15);
    const minutes = (n: number) => n * 60_000;
    expect(localHourStart(zone, forward - 1)).toBe(forward - minutes(60));
    expect(localHourStart(zone, forward)).toBe(forward);
    expect(localHourStart(zone, forward + minutes(29))).toBe(forward);
    expect(localHourStart(zone, forward + minutes(30))).toBe(forward + minutes(30));
    expect(localHourStart(zone, back - 1)).toBe(back - minutes(60));
    expect(localHourStart(zone, back + minutes(29))).toBe(back);
    expect(localHourStart(zone, back + minutes(30))).toBe(back + minutes(30));
  });

  test('an hour within which a day starts is cut there', () => {
    const zone = zoneOf('Asia/Shanghai');
    const four = Date.UTC(2026, 9, 19, 20);
    const halfPast = 4.5 * 3_600_000;
    expect(hourOfDayStart(zone, four + 29 * 60_000, halfPast)).toBe(four);
    expect(hourOfDayStart(zone, four + 30 * 60_000, halfPast)).toBe(four + 30 * 60_000);
    expect(hourOfDayStart(zone, four + 59 * 60_000, halfPast)).toBe(four + 30 * 60_000);
    expect(hourOfDayStart(zone, four + 60 * 60_000, halfPast)).toBe(four + 60 * 60_000);
  });

  test('what an hour holds began in it, within one hour and one day', () => {
    const ms = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    const change = fc.constantFrom(Date.UTC(2026, 9, 3, 15, 30), Date.UTC(2026, 3, 4, 15), Date.UTC(2026, 9, 25, 1));
    const nearby = fc.tuple(change, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, by]) => at + by);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.oneof(ms, nearby),
        fc.constantFrom(0, 7_200_000, 16_200_000),
        (...given) => {
          const [name, at, starts] = given;
          const zone = zoneOf(name);
          const start = hourOfDayStart(zone, at, starts);
          expect(start).toBeLessThanOrEqual(at);
          expect(at - start).toBeLessThan(3_600_000);
          expect(dayNumber(zone, start, starts)).toBe(dayNumber(zone, at, starts));
          expect(dayStart(zone, dayNumber(zone, at, starts), starts)).toBeLessThanOrEqual(start);
          expect(hourOfDayStart(zone, start, starts)).toBe(start);
        },
      ),
      runs,
    );
  });

  test('clocks that move in the middle of an hour have moved from that minute on, and for good', () => {
    // Newfoundland moved them at one past midnight, until 2011: 03:31 UTC.
    const zone = zoneOf('America/St_Johns');
    const hoursAt = (hour: number, minute: number) => zone.offsetAt(Date.UTC(2010, 2, 14, hour, minute)) / 3_600_000;
    expect([hoursAt(3, 45), hoursAt(3, 30), hoursAt(3, 31), hoursAt(2, 59), hoursAt(4, 0), hoursAt(4, 59)]).toEqual([
      -2.5, -3.5, -2.5, -3.5, -2.5, -2.5,
    ]);
  });

  test('a zone is made once, and known by its name', () => {
    expect(zoneOf('Asia/Tokyo')).toBe(zoneOf('Asia/Tokyo'));
    expect(zoneOf('Asia/Tokyo').name).toBe('Asia/Tokyo');
  });

  test('an unknown zone is refused by name', () => {
    expect(() => zoneOf('Asia/Nowhere')).toThrow('"Asia/Nowhere" is not a time zone');
  });
});
