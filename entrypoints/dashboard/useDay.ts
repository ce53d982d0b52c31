import { useMemo } from 'react';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { dayNumbered, dayOf, type RuleDay } from '@/lib/metrics/dayOf';
import { profileOf } from '@/lib/metrics/profiles/registry';

/** The day of the view, by its profile; the same object as long as it is the same day. */
export function useDay({ at, profileId }: LiveView, { customProfiles }: Settings): RuleDay {
  const { timeZone, dayStartsAtMs } = profileOf(profileId, customProfiles);
  const { day } = dayOf({ timeZone, dayStartsAtMs }, at);
  return useMemo(() => dayNumbered({ timeZone, dayStartsAtMs }, day), [timeZone, dayStartsAtMs, day]);
}
