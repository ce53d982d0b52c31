import type { Profile } from '@/lib/domain/profile';
import type { Targets } from '@/lib/domain/target';

/** The waits at which a reminder rises, ms on the profile's clock. null = there is no such step. */
export interface ReminderSteps {
  amberMs: number;
  /** Red, and the badge. */
  redMs: number;
  /** One soft tone, where tones are switched on. */
  toneMs: number;
  /** Over: the deadline of the wait. */
  overMs: number;
  /** A minute before an unanswered turn is charged as ten minutes; null where none is charged. */
  aboutToBeChargedMs: number | null;
}

/**
 * The steps of a wait: a third, two thirds and five sixths of the deadline, which is the N of the target's N-second
 * rate. Where a session's first message has a deadline of its own (JD: 8/18/22/30 s), later ones have 30/60/75/90 s.
 */
export function reminderSteps(profile: Profile, targets: Targets, first: boolean): ReminderSteps {
  const charged = profile.unansweredCountsAsMs;
  const aboutToBeChargedMs = charged === null ? null : charged - 60_000;
  if (profile.rateUnit === 'firstTurnOfSession' && targets.withinSeconds <= 30) {
    const steps = first ? [8_000, 18_000, 22_000, 30_000] : [30_000, 60_000, 75_000, 90_000];
    const [amberMs = 0, redMs = 0, toneMs = 0, overMs = 0] = steps;
    return { amberMs, redMs, toneMs, overMs, aboutToBeChargedMs };
  }
  const overMs = targets.withinSeconds * 1000;
  return { amberMs: overMs / 3, redMs: (overMs * 2) / 3, toneMs: (overMs * 5) / 6, overMs, aboutToBeChargedMs };
}
