import type { ListRules } from '@/lib/workbenches/types';

const UNITS: readonly [RegExp, number][] = [
  [/(\d+)\s*天/u, 86_400_000],
  [/(\d+)\s*(?:小时|时)/u, 3_600_000],
  [/(\d+)\s*分/u, 60_000],
  [/(\d+)\s*秒/u, 1000],
];

const ENGLISH_UNITS: readonly [RegExp, number][] = [
  [/(\d+)\s*d/u, 86_400_000],
  [/(\d+)\s*h/u, 3_600_000],
  [/(\d+)\s*m/u, 60_000],
  [/(\d+)\s*s/u, 1000],
];

type WaitRule = NonNullable<ListRules['wait']>;

/**
 * When the wait began by the workbench's own wait clock, ms; null when it shows none, or counts down to a limit that is
 * not known instead of up from the start.
 */
export function parseWaitClock(
  text: string | null,
  unit: WaitRule['unit'],
  now: number,
  limitMs?: number,
): number | null {
  if (text === null) return null;
  if (unit === 'epochMs') return /^\d+$/u.test(text) ? Number(text) : null;
  if (limitMs !== undefined) {
    const left = unit === 'mm:ss' ? clockDuration(text) : sum(text, unit === 'chinese' ? UNITS : ENGLISH_UNITS);
    return left === null || left > limitMs ? null : now - (limitMs - left);
  }
  const duration =
    unit === 'mm:ss' ? clockDuration(text) : unit === 'english' ? englishDuration(text) : chineseDuration(text);
  return duration === null ? null : now - duration;
}

/** Whether a wait clock speaks to the second, and not of minutes, or of "just now". */
export function isToSecond(text: string, unit: WaitRule['unit']): boolean {
  if (unit === 'epochMs' || unit === 'mm:ss') return true;
  return unit === 'chinese' ? /\d\s*秒/u.test(text) : /\d\s*s/iu.test(text);
}

function englishDuration(text: string): number | null {
  return /^(?:just )?now$/iu.test(text) ? 0 : sum(text.toLowerCase(), ENGLISH_UNITS);
}

function clockDuration(text: string): number | null {
  const found = /(?:(\d+):)?(\d{1,2}):(\d{2})/u.exec(text);
  if (!found) return null;
  const [, hours, minutes, seconds] = found;
  return (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

function chineseDuration(text: string): number | null {
  if (text.includes('后')) return null;
  if (text.includes('刚刚')) return 0;
  return sum(text, UNITS);
}

function sum(text: string, units: readonly [RegExp, number][]): number | null {
  let total: number | null = null;
  for (const [expression, ms] of units) {
    const found = expression.exec(text);
    if (found) total = (total ?? 0) + Number(found[1]) * ms;
  }
  return total;
}
