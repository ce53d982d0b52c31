import { useCallback, useEffect, useRef, useState } from 'react';
import type { Profile } from '@/lib/domain/profile';
import type { RecordedDays } from '@/lib/metrics/calibration/agentDays';
import { type Closeness, closenessOf } from '@/lib/metrics/calibration/closeness';
import { compareReport, type PlatformDay } from '@/lib/metrics/calibration/compareReport';
import { type Proposal, proposing } from '@/lib/metrics/calibration/proposeParameter';

/** What the search gave. */
export interface Fit {
  /** Closest first. */
  closeness: Closeness[];
  proposal: Proposal;
}

/** The search for the profile that comes closest, a step at a time, so that the page stays usable. */
export function useFit(): {
  fit: Fit | null;
  searching: { done: number; total: number } | null;
  search: (input: {
    live: Profile;
    profiles: readonly Profile[];
    days: readonly PlatformDay[];
    derive: (profile: Profile) => RecordedDays;
  }) => Promise<void>;
  forget: () => void;
} {
  const [fit, setFit] = useState<Fit | null>(null);
  const [searching, setSearching] = useState<{ done: number; total: number } | null>(null);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const forget = useCallback(() => {
    run.current += 1;
    setFit(null);
    setSearching(null);
  }, []);
  const search = useCallback(
    async ({ live, profiles, days, derive }: Parameters<ReturnType<typeof useFit>['search']>[0]) => {
      run.current += 1;
      const mine = run.current;
      const found: Closeness[] = [];
      const steps = proposing({ profile: live, days, derive });
      let step = steps.next();
      const rules = step.done === true ? 0 : step.value.total;
      const total = profiles.length + rules;
      for (const [done, profile] of profiles.entries()) {
        setSearching({ done, total });
        await pause();
        if (run.current !== mine) return;
        const closeness = closenessOf(compareReport({ days, recorded: [derive(profile)] }), profile.id);
        if (closeness !== null) found.push(closeness);
      }
      while (step.done !== true) {
        setSearching({ done: profiles.length + step.value.done, total });
        await pause();
        if (run.current !== mine) return;
        step = steps.next();
      }
      setSearching(null);
      if (step.value !== null) setFit({ closeness: found.sort((a, b) => a.error - b.error), proposal: step.value });
    },
    [],
  );
  return { fit, searching, search, forget };
}

/** Lets the page draw and the agent type. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
