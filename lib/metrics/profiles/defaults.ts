import type { Profile } from '@/lib/domain/profile';

const hourMs = 3_600_000;

/** A wall-clock hour as a time of day, ms. */
export function oClock(hour: number): number {
  return hour * hourMs;
}

/** What every profile has unless it says otherwise. */
export const profileDefaults = {
  timeZone: 'Asia/Shanghai',
  clock: 'firstMessage',
  answeredBy: ['agent', 'assist'],
  autoReplyEndsTurn: false,
  sessionIdleMs: null,
  reopenWithinMs: 0,
  splitByDay: false,
  dayStartsAtMs: 0,
  longestOpenMs: 24 * hourMs,
  window: null,
  capMs: null,
  unansweredCountsAsMs: null,
  averageIncludesFirst: true,
  average: 'pooled',
  closing: 'count',
  closingGraceMs: 30 * 60_000,
  clockAfterRobot: 'release',
  offDutyTurns: 'count',
  perfunctorySinceMs: null,
  transferredOut: 'excuse',
  rateUnit: 'turn',
} as const satisfies Omit<Profile, 'id'>;
