import { useState } from 'react';
import type { ClosenessCardProps } from '@/components/dashboard/calibration/ClosenessCard';
import { nameOfProfile } from '@/components/dashboard/profileName';
import { ruleOf } from '@/components/dashboard/settings/profileRules';
import type { Profile } from '@/lib/domain/profile';
import type { Translate } from '@/lib/i18n/translator';
import type { PlatformDay } from '@/lib/metrics/calibration/compareReport';
import { customProfile, freeProfileId } from '@/lib/metrics/profiles/registry';
import { updateSettings } from '@/lib/settings/settingsStore';
import { useFit } from './useFit';
import type { useRecorded } from './useRecorded';

/** How close the live profile comes, the search for a closer one, and taking it; `forget` = what was found is outdated. */
export function useCloseness(input: {
  compared: Pick<ClosenessCardProps, 'closeness' | 'comparedDays'>;
  live: Profile;
  profiles: readonly Profile[];
  judged: readonly PlatformDay[];
  recorded: ReturnType<typeof useRecorded>;
  t: Translate;
  attempt: (action: Promise<unknown>) => void;
}): { card: ClosenessCardProps; forget: () => void } {
  const { compared, live, profiles, judged, recorded, t, attempt } = input;
  const { fit, searching, search, forget } = useFit();
  const [used, setUsed] = useState(false);
  const better = fit?.proposal.better ?? null;
  const rule = better === null ? null : ruleOf({ ...live, [better.parameter]: better.value }, better.parameter, t);
  const nameOf = (id: string) => nameOfProfile(profiles.find((profile) => profile.id === id) ?? live, t);
  const takeBetter = async () => {
    if (better === null) return;
    await updateSettings(({ customProfiles }) => {
      const name = t('dashboard:calibration.copyName', { profile: nameOf(live.id) }).slice(0, 40);
      const id = freeProfileId(customProfiles);
      const copy = customProfile(live, { [better.parameter]: better.value, id, name });
      return { customProfiles: [...customProfiles, copy], profileId: id };
    });
    setUsed(true);
  };
  const card: ClosenessCardProps = {
    ...compared,
    live: { id: live.id, name: nameOf(live.id) },
    fit:
      fit === null
        ? null
        : {
            profiles: fit.closeness.map((closeness) => ({ closeness, name: nameOf(closeness.profileId) })),
            better:
              better === null || rule === null
                ? null
                : { rule: rule.name, value: rule.value, error: better.closeness.error },
          },
    searching,
    used,
    onSearch: () => {
      if (recorded === null) return;
      setUsed(false);
      attempt(search({ live, profiles, days: judged, derive: recorded.derive }));
    },
    onUseProfile: (profileId) => {
      forget();
      attempt(updateSettings(() => ({ profileId })));
    },
    onUseBetter: () => attempt(takeBetter()),
  };
  return { card, forget };
}
