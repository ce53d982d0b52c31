import { useMemo } from 'react';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { dayName, dayNumber, dayStart, zoneOf } from '@/lib/metrics/zone';

/** The day of the view, by its profile: its date (YYYY-MM-DD) and its span, half-open, ms. */
export function useDay(
  { at, profileId }: LiveView,
  { customProfiles }: Settings,
): { date: string; from: number; to: number } {
  const { timeZone, dayStartsAtMs } = profileOf(profileId, customProfiles);
  const zone = zoneOf(timeZone);
  const day = dayNumber(zone, at, dayStartsAtMs);
  return useMemo(
    () => ({
      date: dayName(day),
      from: dayStart(zone, day, dayStartsAtMs),
      to: dayStart(zone, day + 1, dayStartsAtMs),
    }),
    [zone, day, dayStartsAtMs],
  );
}
