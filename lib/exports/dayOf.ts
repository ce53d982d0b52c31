import type { Profile } from '@/lib/domain/profile';
import { dayNumber, dayStart, zoneOf } from '@/lib/metrics/zone';

/** The day of a moment by a profile, half-open, ms. */
export function dayOf({ timeZone, dayStartsAtMs }: Profile, at: number): { from: number; to: number } {
  const zone = zoneOf(timeZone);
  const day = dayNumber(zone, at, dayStartsAtMs);
  return { from: dayStart(zone, day, dayStartsAtMs), to: dayStart(zone, day + 1, dayStartsAtMs) };
}
