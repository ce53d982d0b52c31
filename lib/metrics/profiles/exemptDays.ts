import type { Profile } from '@/lib/domain/profile';

/** Days in a row that a platform does not count, for one reason. */
export interface ExemptSpan {
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** Empty = none was given. */
  reason: string;
}

const dayMs = 86_400_000;
/** Nobody is exempt for longer; a slip of the year would otherwise leave out everything. */
export const longestExemptDays = 366;

/** The days that a profile does not count, days in a row with one reason as one. */
export function exemptSpans({ exemptDays = [], exemptReasons = {} }: Profile): ExemptSpan[] {
  const spans: ExemptSpan[] = [];
  for (const day of [...new Set(exemptDays)].sort()) {
    const reason = exemptReasons[day] ?? '';
    const last = spans.at(-1);
    if (last !== undefined && last.reason === reason && Date.parse(day) - Date.parse(last.to) === dayMs) last.to = day;
    else spans.push({ from: day, to: day, reason });
  }
  return spans;
}

/** The profile without counting a span's days; days that were exempt already take its reason. */
export function withExempt(profile: Profile, span: ExemptSpan): Profile {
  const days = daysOf(span);
  const exemptDays = [...new Set([...(profile.exemptDays ?? []), ...days])].sort();
  const exemptReasons = { ...profile.exemptReasons, ...Object.fromEntries(days.map((day) => [day, span.reason])) };
  return { ...profile, exemptDays, exemptReasons };
}

/** The profile with a span's days counted again. */
export function withoutExempt(profile: Profile, span: ExemptSpan): Profile {
  const gone = new Set(daysOf(span));
  const { exemptDays = [], exemptReasons = {}, ...rest } = profile;
  const left = exemptDays.filter((day) => !gone.has(day));
  if (left.length === 0) return rest;
  const reasons = Object.entries(exemptReasons).filter(([day]) => !gone.has(day));
  return { ...rest, exemptDays: left, exemptReasons: Object.fromEntries(reasons) };
}

/** Whether a span can be taken: both days are there, in order, and not too far apart. */
export function isExemptSpan({ from, to }: Pick<ExemptSpan, 'from' | 'to'>): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days >= 0 && days < longestExemptDays;
}

function daysOf(span: ExemptSpan): string[] {
  if (!isExemptSpan(span)) return [];
  const first = Date.parse(span.from);
  const count = Math.round((Date.parse(span.to) - first) / dayMs) + 1;
  return Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}
