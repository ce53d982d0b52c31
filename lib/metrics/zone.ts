import { tzOffset } from '@date-fns/tz/tzOffset';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Wall-clock arithmetic of one IANA time zone, daylight saving included. Times in ms since the epoch. */
export interface Zone {
  name: string;
  /** Wall clock minus UTC at a moment, ms. */
  offsetAt(at: number): number;
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name. Offsets are kept per hour, because looking one up in the platform's time zone data costs a
 * thousand times an addition. Throws when the name is unknown.
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = createZone(name);
  zones.set(name, zone);
  return zone;
}

function createZone(name: string): Zone {
  const lookUp = (at: number): number => tzOffset(name, new Date(at)) * 60_000;
  if (Number.isNaN(lookUp(0)))
    throw new RangeError(`"${name}" is not a time zone; use an IANA name such as Asia/Shanghai`);
  // NaN marks an hour within which the offset changes (a zone that moves its clocks at half past, UTC).
  const offsets = new Map<number, number>();
  let lastHour = Number.NaN;
  let lastOffset = 0;
  return {
    name,
    offsetAt(at) {
      const hour = Math.floor(at / hourMs);
      if (hour === lastHour) return lastOffset;
      let offset = offsets.get(hour);
      if (offset === undefined) {
        offset = lookUp(hour * hourMs);
        if (lookUp((hour + 1) * hourMs - 1) !== offset) offset = Number.NaN;
        offsets.set(hour, offset);
      }
      if (Number.isNaN(offset)) return lookUp(at);
      lastHour = hour;
      lastOffset = offset;
      return offset;
    },
  };
}

/** Wall-clock time of day, ms from midnight. */
export function timeOfDay(zone: Zone, at: number): number {
  const wall = at + zone.offsetAt(at);
  return wall - Math.floor(wall / dayMs) * dayMs;
}

/** The date of the wall-clock time minus `dayStartsAtMs`, as days since 1970-01-01. */
export function dayNumber(zone: Zone, at: number, dayStartsAtMs: number): number {
  return Math.floor((at + zone.offsetAt(at) - dayStartsAtMs) / dayMs);
}

/** A day number as `YYYY-MM-DD`. */
export function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * The moment at which the local hour of `at` began, UTC ms; the two runs of a repeated hour have two starts. Where the
 * clocks jump into the middle of an hour (Lord Howe moves them by 30 minutes), it began with the jump.
 */
export function localHourStart(zone: Zone, at: number): number {
  const offset = zone.offsetAt(at);
  const wall = at + offset;
  const start = at - (wall - Math.floor(wall / hourMs) * hourMs);
  if (zone.offsetAt(start) === offset) return start;
  let before = start;
  let after = at;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** The same, cut where a day starts within the hour (at half past four, say): what it holds is all of one day. */
export function hourOfDayStart(zone: Zone, at: number, dayStartsAtMs: number): number {
  const start = localHourStart(zone, at);
  const day = dayNumber(zone, at, dayStartsAtMs);
  if (dayNumber(zone, start, dayStartsAtMs) === day) return start;
  const cut = dayStart(zone, day, dayStartsAtMs);
  return cut > start && cut <= at ? cut : start;
}

/**
 * The first moment of a day: the earliest one whose day number (see dayNumber) is `day`. Where clocks jump over the
 * day's start, the moment of the jump.
 */
export function dayStart(zone: Zone, day: number, dayStartsAtMs: number): number {
  const wall = day * dayMs + dayStartsAtMs;
  let low = wall - 2 * dayMs;
  let high = wall + 2 * dayMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayNumber(zone, middle, dayStartsAtMs) >= day) high = middle;
    else low = middle;
  }
  return high;
}
