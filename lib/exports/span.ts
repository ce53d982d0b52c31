import type { SpanChoice } from '@/lib/domain/exportRequest';
import { type DayRule, dayNumbered, dayOf } from '@/lib/metrics/dayOf';
import { dayName } from '@/lib/metrics/zone';
import type { Span } from './types';

const dayMs = 86_400_000;
const numberOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);

// Day 0, 1970-01-01, was a Thursday.
const daysSinceMonday = (day: number): number => (day + 3) % 7;

function daysOf(choice: SpanChoice, now: number, rule: DayRule): [first: number, last: number] {
  const today = dayOf(rule, now).day;
  if (choice.kind === 'today') return [today, today];
  if (choice.kind === 'week') return [today - daysSinceMonday(today), today];
  const ends = [numberOf(choice.from), numberOf(choice.to)].sort((a, b) => a - b);
  const [first, last] = ends;
  if (first === undefined || last === undefined || Number.isNaN(first + last)) {
    throw new RangeError(`Not a span of days: ${choice.from} to ${choice.to}; use YYYY-MM-DD`);
  }
  return [first, last];
}

/**
 * The dates of a choice, YYYY-MM-DD, first and last included. A week begins on Monday and ends today; a reversed range
 * is turned. Throws when a range's end is no date.
 */
export function datesOf(choice: SpanChoice, now: number, rule: DayRule): { first: string; last: string } {
  const [first, last] = daysOf(choice, now, rule);
  return { first: dayName(first), last: dayName(last) };
}

/** The moments of a choice, from the start of its first day to the start of the day after its last. */
export function spanOf(choice: SpanChoice, now: number, rule: DayRule): Span {
  const [first, last] = daysOf(choice, now, rule);
  return { from: dayNumbered(rule, first).from, to: dayNumbered(rule, last).to };
}
