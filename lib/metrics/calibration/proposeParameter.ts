import type { Profile } from '@/lib/domain/profile';
import type { RecordedDays } from './agentDays';
import { type Closeness, closenessOf } from './closeness';
import { compareReport, type PlatformDay } from './compareReport';

/** What calibration says of a profile. */
export interface Proposal {
  /** Of the profile as it is. */
  closeness: Closeness;
  /** The one parameter whose change fits best; null when none fits clearly better. */
  better: { parameter: FittedParameter; value: Profile[keyof Profile]; closeness: Closeness } | null;
}

/** Whose values are tried. */
export type FittedParameter =
  | 'clock'
  | 'answeredBy'
  | 'autoReplyEndsTurn'
  | 'sessionIdleMs'
  | 'splitByDay'
  | 'window'
  | 'capMs'
  | 'unansweredCountsAsMs'
  | 'averageIncludesFirst'
  | 'average'
  | 'closing'
  | 'clockAfterRobot'
  | 'offDutyTurns'
  | 'transferredOut'
  | 'rateUnit';

/** How far the search is: candidates looked at, and of how many. */
export interface ProposalProgress {
  done: number;
  total: number;
}

/** A change must take away at least this share of the error to be proposed: below it, chance fits as well. */
const gain = 0.2;

const hourMs = 3_600_000;

/** The values that platforms are known to use, parameter by parameter. */
const candidates: { [Parameter in FittedParameter]: readonly Profile[Parameter][] } = {
  clock: ['firstMessage', 'lastMessage', 'accepted'],
  answeredBy: [['agent'], ['agent', 'assist']],
  autoReplyEndsTurn: [true, false],
  sessionIdleMs: [null, 600_000, 1_800_000, hourMs],
  splitByDay: [true, false],
  window: [
    null,
    { fromMs: 8 * hourMs, toMs: 23 * hourMs, key: 'turn' },
    { fromMs: 8 * hourMs, toMs: 23 * hourMs, key: 'session' },
    { fromMs: 9 * hourMs, toMs: 23 * hourMs, key: 'turn' },
    { fromMs: 9 * hourMs, toMs: 23 * hourMs, key: 'session' },
  ],
  capMs: [null, 300_000, 600_000],
  unansweredCountsAsMs: [null, 600_000],
  averageIncludesFirst: [true, false],
  average: ['pooled', 'meanOfSessionMeans', 'median'],
  closing: ['count', 'excuse', 'drop'],
  clockAfterRobot: ['release', 'firstMessage'],
  offDutyTurns: ['count', 'leaveOut'],
  transferredOut: ['unanswered', 'excuse'],
  rateUnit: ['turn', 'firstTurnOfSession', 'customerDay'],
};

/**
 * Seven days on: how close a profile is, or the one parameter that fits best; null before that. Each step derives
 * everything anew by one candidate, so that whoever drives it can pause between two steps.
 */
export function* proposing(input: {
  profile: Profile;
  days: readonly PlatformDay[];
  /** Everything recorded, as a profile has it. */
  derive: (profile: Profile) => RecordedDays;
}): Generator<ProposalProgress, Proposal | null> {
  const { profile, days, derive } = input;
  const judge = (candidate: Profile) =>
    closenessOf(compareReport({ days, recorded: [derive(candidate)] }), candidate.id);
  const closeness = judge(profile);
  if (closeness === null) return null;
  const tried = Object.entries(candidates).flatMap(([name, values]) =>
    values
      .filter((value) => JSON.stringify(value) !== JSON.stringify(profile[name as FittedParameter]))
      .map((value) => ({ parameter: name as FittedParameter, value })),
  );
  let better: Proposal['better'] = null;
  for (const [done, { parameter, value }] of tried.entries()) {
    yield { done, total: tried.length };
    const found = judge({ ...profile, [parameter]: value });
    if (found === null || found.error >= (better?.closeness.error ?? closeness.error * (1 - gain))) continue;
    better = { parameter, value, closeness: found };
  }
  return { closeness, better };
}

/** The search in one go; see proposing. */
export function proposeParameter(input: Parameters<typeof proposing>[0]): Proposal | null {
  const search = proposing(input);
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}
