import type { Selectors, TimeRule } from './types';

const DIGITS = { YYYY: '\\d{4}', MM: '\\d{1,2}', DD: '\\d{1,2}', HH: '\\d{1,2}', mm: '\\d{2}', ss: '\\d{2}' };

/**
 * One rule for each format, which must be all that the place says: in "2026-10-01 12:30" no "12:30" of today is found.
 * The format gives the precision.
 */
export function shownTimes(rule: { at?: Selectors; attribute?: string }, formats: readonly string[]): TimeRule[] {
  return formats.map((format) => ({ ...rule, match: `^${pattern(format)}$`, format, precision: precisionOf(format) }));
}

/** The expression that finds a time of this format. */
export function pattern(format: string): string {
  return format.replace(/[.[\]()*+?^$|\\/]/gu, '\\$&').replace(/YYYY|MM|DD|HH|mm|ss/gu, (part) => {
    return DIGITS[part as keyof typeof DIGITS];
  });
}

function precisionOf(format: string): TimeRule['precision'] {
  return format.includes('ss') ? 'second' : format.includes('mm') ? 'minute' : 'day';
}
