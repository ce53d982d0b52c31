import type { Profile } from '@/lib/domain/profile';
import { zoneOf } from '../zone';

type Check = (value: unknown) => string | null;

const isText: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'a string');
const isFlag: Check = (value) => (typeof value === 'boolean' ? null : 'true or false');
const isDuration: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? null : 'a number of milliseconds';
const orNull =
  (check: Check): Check =>
  (value) => {
    const wanted = value === null ? null : check(value);
    return wanted === null ? null : `${wanted}, or null`;
  };
const oneOf =
  (...options: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && options.includes(value) ? null : `one of ${options.join(', ')}`;
const isZone: Check = (value) => {
  try {
    zoneOf(String(value));
    return typeof value === 'string' ? null : 'an IANA time zone';
  } catch {
    return 'an IANA time zone such as Asia/Shanghai';
  }
};
const isAnsweredBy: Check = (value) =>
  Array.isArray(value) && value.every((author) => author === 'agent' || author === 'assist')
    ? null
    : 'a list of agent and assist';
const isWindow: Check = (value) => {
  const { fromMs, toMs, key }: { fromMs?: unknown; toMs?: unknown; key?: unknown } = Object(value);
  const inOrder = typeof fromMs === 'number' && typeof toMs === 'number' && fromMs < toMs;
  return inOrder && (key === 'turn' || key === 'session')
    ? null
    : '{fromMs, toMs, key: turn or session}, fromMs < toMs';
};
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const isDays: Check = (value) =>
  Array.isArray(value) && value.every((day) => typeof day === 'string' && dayPattern.test(day))
    ? null
    : 'a list of days as YYYY-MM-DD';

const ifThere =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);
const isReasons: Check = (value) =>
  typeof value === 'object' && value !== null && Object.entries(value).every((pair) => isReason(pair))
    ? null
    : 'reasons by day, {"YYYY-MM-DD": "…"}';
const isReason = ([day, reason]: [string, unknown]) => dayPattern.test(day) && typeof reason === 'string';

const checks: Record<keyof Profile, Check> = {
  id: isText,
  timeZone: isZone,
  clock: oneOf('firstMessage', 'lastMessage', 'accepted'),
  answeredBy: isAnsweredBy,
  autoReplyEndsTurn: isFlag,
  sessionIdleMs: orNull(isDuration),
  reopenWithinMs: isDuration,
  splitByDay: isFlag,
  dayStartsAtMs: isDuration,
  longestOpenMs: isDuration,
  window: orNull(isWindow),
  capMs: orNull(isDuration),
  unansweredCountsAsMs: orNull(isDuration),
  averageIncludesFirst: isFlag,
  average: oneOf('pooled', 'meanOfSessionMeans', 'median'),
  closing: oneOf('count', 'excuse', 'drop'),
  closingGraceMs: isDuration,
  clockAfterRobot: oneOf('release', 'firstMessage'),
  offDutyTurns: oneOf('count', 'leaveOut'),
  perfunctorySinceMs: orNull(isDuration),
  transferredOut: oneOf('unanswered', 'excuse'),
  rateUnit: oneOf('turn', 'firstTurnOfSession', 'customerDay'),
  exemptDays: ifThere(isDays),
  name: ifThere(isText),
  basedOn: ifThere(isText),
  exemptReasons: ifThere(isReasons),
};

/** What keeps a value from being a complete profile, in words for whoever wrote it; null = nothing. */
export function problemOfProfile(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a profile is an object';
  const fields: Record<string, unknown> = { ...value };
  for (const [name, check] of Object.entries(checks)) {
    const wanted = check(fields[name]);
    if (wanted !== null) {
      const given = fields[name] === undefined ? 'missing' : JSON.stringify(fields[name]);
      return `"${name}" is ${given}; it must be ${wanted}`;
    }
  }
  return null;
}

/** Whether a value is a complete profile; see problemOfProfile for why not. */
export function isProfile(value: unknown): value is Profile {
  return problemOfProfile(value) === null;
}
