import type { Profile } from '@/lib/domain/profile';
import { zoneOf } from '../zone';

/** What a parameter must be; `choice` goes with the choices. */
export type WantedValue =
  | 'text'
  | 'flag'
  | 'duration'
  | 'durationOrNull'
  | 'choice'
  | 'zone'
  | 'answeredBy'
  | 'windowOrNull'
  | 'days'
  | 'reasons';

/** What keeps a value from being a complete profile. */
export type ProfileProblem =
  | { kind: 'notObject' }
  /** `given` as JSON; null = missing. */
  | { kind: 'parameter'; name: keyof Profile; given: string | null; wanted: WantedValue; choices: readonly string[] };

interface Check {
  wanted: WantedValue;
  choices?: readonly string[];
  isOptional?: true;
  isGood: (value: unknown) => boolean;
}

const isDuration = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const text: Check = { wanted: 'text', isGood: (value) => typeof value === 'string' && value !== '' };
const flag: Check = { wanted: 'flag', isGood: (value) => typeof value === 'boolean' };
const duration: Check = { wanted: 'duration', isGood: isDuration };
const durationOrNull: Check = { wanted: 'durationOrNull', isGood: (value) => value === null || isDuration(value) };
const choice = (...choices: readonly string[]): Check => ({
  wanted: 'choice',
  choices,
  isGood: (value) => typeof value === 'string' && choices.includes(value),
});
const optional = (check: Check): Check => ({ ...check, isOptional: true });

function isZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && zoneOf(value) !== null;
  } catch {
    return false;
  }
}

function isWindow(value: unknown): boolean {
  const { fromMs, toMs, key }: { fromMs?: unknown; toMs?: unknown; key?: unknown } = Object(value);
  const inOrder = typeof fromMs === 'number' && typeof toMs === 'number' && fromMs < toMs;
  return inOrder && (key === 'turn' || key === 'session');
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (day: unknown) => typeof day === 'string' && dayPattern.test(day);

const checks: Record<keyof Profile, Check> = {
  id: text,
  timeZone: { wanted: 'zone', isGood: isZone },
  clock: choice('firstMessage', 'lastMessage', 'accepted'),
  answeredBy: {
    wanted: 'answeredBy',
    isGood: (value) => Array.isArray(value) && value.every((author) => author === 'agent' || author === 'assist'),
  },
  autoReplyEndsTurn: flag,
  sessionIdleMs: durationOrNull,
  reopenWithinMs: duration,
  splitByDay: flag,
  dayStartsAtMs: duration,
  longestOpenMs: duration,
  window: { wanted: 'windowOrNull', isGood: (value) => value === null || isWindow(value) },
  capMs: durationOrNull,
  unansweredCountsAsMs: durationOrNull,
  averageIncludesFirst: flag,
  average: choice('pooled', 'meanOfSessionMeans', 'median'),
  closing: choice('count', 'excuse', 'drop'),
  closingGraceMs: duration,
  clockAfterRobot: choice('release', 'firstMessage'),
  offDutyTurns: choice('count', 'leaveOut'),
  perfunctorySinceMs: durationOrNull,
  transferredOut: choice('unanswered', 'excuse'),
  rateUnit: choice('turn', 'firstTurnOfSession', 'customerDay'),
  exemptDays: optional({ wanted: 'days', isGood: (value) => Array.isArray(value) && value.every(isDay) }),
  name: optional(text),
  basedOn: optional(text),
  exemptReasons: optional({
    wanted: 'reasons',
    isGood: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(([day, reason]) => isDay(day) && typeof reason === 'string'),
  }),
};

const isParameter = (name: string): name is keyof Profile => Object.hasOwn(checks, name);

/** The first thing that keeps a value from being a complete profile; null = nothing. */
export function profileProblem(value: unknown): ProfileProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'notObject' };
  const fields: Record<string, unknown> = { ...value };
  for (const name of Object.keys(checks).filter(isParameter)) {
    const { wanted, choices = [], isOptional, isGood } = checks[name];
    const given = fields[name];
    if ((given === undefined && isOptional === true) || isGood(given)) continue;
    return { kind: 'parameter', name, given: given === undefined ? null : JSON.stringify(given), wanted, choices };
  }
  return null;
}

const english: Record<WantedValue, string> = {
  text: 'a string',
  flag: 'true or false',
  duration: 'a number of milliseconds',
  durationOrNull: 'a number of milliseconds, or null',
  choice: 'one of',
  zone: 'an IANA time zone such as Asia/Shanghai',
  answeredBy: 'a list of agent and assist',
  windowOrNull: '{fromMs, toMs, key: turn or session}, fromMs < toMs, or null',
  days: 'a list of days as YYYY-MM-DD',
  reasons: 'reasons by day, {"YYYY-MM-DD": "…"}',
};

/** The same in English, for command lines and logs. */
export function problemOfProfile(value: unknown): string | null {
  const problem = profileProblem(value);
  if (problem === null) return null;
  if (problem.kind === 'notObject') return 'a profile is an object';
  const { name, given, wanted, choices } = problem;
  const must = [english[wanted], choices.join(', ')].filter((part) => part !== '').join(' ');
  return `"${name}" is ${given ?? 'missing'}; it must be ${must}`;
}

/** Whether a value is a complete profile; see profileProblem for why not. */
export function isProfile(value: unknown): value is Profile {
  return profileProblem(value) === null;
}
