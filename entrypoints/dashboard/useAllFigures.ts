import { useCallback, useMemo } from 'react';
import type { MoreFiguresProps } from '@/components/dashboard/figures/MoreFigures';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readAllFigures } from '@/lib/storage/liveQueries/allFigures';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { workbenchProfile } from '@/lib/workbenches/registry';
import { useThrottledQuery } from './useThrottledQuery';

/** Receiving and the second opinion read every message of the day's conversations: not at each new one. */
const EVERY_MS = 15_000;
const AGAIN_MS = 20_000;
/** Beside every other profile. */
const SECOND = 'selfcoach';

/** Every figure of a day by the live profile, with a second opinion; null until they are read, or when not asked. */
export function useAllFigures(
  asked: { view: LiveView; settings: Settings; from: number; to: number } | null,
): Omit<MoreFiguresProps, 'hrefOf'> | null {
  const isAsked = asked !== null;
  const profileId = asked?.view.profileId ?? null;
  const withinSeconds = asked?.view.targets.withinSeconds ?? 180;
  const { from = 0, to = 0 } = asked ?? {};
  const settings = asked?.settings ?? null;
  const rules = settings === null ? '' : JSON.stringify([settings.profileId, settings.customProfiles]);
  const limits = useMemo(
    () => ({
      slowTurnMs: settings?.slowTurnMs ?? 0,
      longSessionMs: settings?.longSessionMs ?? 0,
      ownSeconds: settings?.ownSeconds ?? null,
    }),
    [settings?.slowTurnMs, settings?.longSessionMs, settings?.ownSeconds],
  );
  const read = useCallback(
    async (database: ReadableDatabase) => {
      if (!isAsked) return null;
      const [chosen, custom] = JSON.parse(rules) as [Settings['profileId'], Settings['customProfiles']];
      const profile = profileOf(profileId, custom);
      return readAllFigures(database, {
        profile,
        profileFor: (id) => profileOf(chosen ?? workbenchProfile(id), custom),
        settings: limits,
        withinSeconds,
        now: Date.now(),
        from,
        to,
        second: profile.id === SECOND ? null : profileOf(SECOND),
      });
    },
    [isAsked, rules, limits, profileId, withinSeconds, from, to],
  );
  const result = useThrottledQuery({
    read,
    everyMs: EVERY_MS,
    againMs: AGAIN_MS,
  });
  if (asked === null || settings === null || result?.kind !== 'value' || result.value === null) return null;
  const { view } = asked;
  return {
    ...result.value,
    profileId: view.profileId,
    secondProfileId: SECOND,
    rateUnit: profileOf(view.profileId, settings.customProfiles).rateUnit,
    targets: view.targets,
    missBudget: view.today.missBudget,
    coverage: view.today.coverage,
    ownSeconds: settings.ownSeconds,
    limits,
  };
}
