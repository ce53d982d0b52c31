import { dayName, dayNumber, dayStart, zoneOf } from './zone';

/** Where days begin: a profile's zone and the wall-clock time of its day's start, ms after midnight. */
export interface DayRule {
  timeZone: string;
  dayStartsAtMs: number;
}

/** One day by a rule. */
export interface RuleDay {
  /** Days since 1970-01-01. */
  day: number;
  /** YYYY-MM-DD. */
  date: string;
  /** Half-open, ms. */
  from: number;
  to: number;
}

/** The day of a number; see RuleDay. */
export function dayNumbered({ timeZone, dayStartsAtMs }: DayRule, day: number): RuleDay {
  const zone = zoneOf(timeZone);
  return {
    day,
    date: dayName(day),
    from: dayStart(zone, day, dayStartsAtMs),
    to: dayStart(zone, day + 1, dayStartsAtMs),
  };
}

/** The day of a moment, ms. */
export function dayOf(rule: DayRule, at: number): RuleDay {
  return dayNumbered(rule, dayNumber(zoneOf(rule.timeZone), at, rule.dayStartsAtMs));
}
