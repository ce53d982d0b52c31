import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { type Closeness, closenessOf } from './closeness';
import { compareReport } from './compareReport';
import type { ReportLine } from './types';

/** What calibration says of a profile. */
export interface Proposal {
  /** Of the profile as it is. */
  closeness: Closeness;
  /** The one parameter whose change fits best; null when none fits clearly better. */
  better: { parameter: keyof Profile; value: Profile[keyof Profile]; closeness: Closeness } | null;
}

/** A change must take away at least this share of the error to be proposed: below it, chance fits as well. */
const gain = 0.2;

const hourMs = 3_600_000;

/** The values that platforms are known to use, parameter by parameter. */
const candidates: { [Parameter in keyof Profile]?: readonly Profile[Parameter][] } = {
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

/** Seven days on: how close a profile is, or the parameter that fits best. null before that. */
export function proposeParameter(input: {
  profile: Profile;
  lines: readonly ReportLine[];
  log: readonly LogEntry[];
  personOf?: (agent: string) => string | null;
}): Proposal | null {
  const { profile, ...rest } = input;
  const judge = (candidate: Profile) => closenessOf(compareReport({ ...rest, profiles: [candidate] }), candidate.id);
  const closeness = judge(profile);
  if (closeness === null) return null;
  let better: Proposal['better'] = null;
  for (const [name, values] of Object.entries(candidates)) {
    const parameter = name as keyof Profile;
    for (const value of values) {
      if (JSON.stringify(value) === JSON.stringify(profile[parameter])) continue;
      const found = judge({ ...profile, [parameter]: value });
      if (found === null || found.error >= (better?.closeness.error ?? closeness.error * (1 - gain))) continue;
      better = { parameter, value, closeness: found };
    }
  }
  return { closeness, better };
}
