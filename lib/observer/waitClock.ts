import type { ListRules } from '@/lib/workbenches/types';

const UNITS: readonly [RegExp, number][] = [
  [/(\d+)\s*天/u, 86_400_000],
  [/(\d+)\s*(?:小时|时)/u, 3_600_000],
  [/(\d+)\s*分/u, 60_000],
  [/(\d+)\s*秒/u, 1000],
];

type WaitUnit = NonNullable<ListRules['wait']>['unit'];

/**
 * When the wait began by the workbench's own wait clock, ms; null when it shows none, or counts down to a limit instead of
 * up from the start.
 */
export function parseWaitClock(text: string | null, unit: WaitUnit, now: number): number | null {
  if (text === null) return null;
  if (unit === 'epochMs') return /^\d+$/u.test(text) ? Number(text) : null;
  const duration = unit === 'mm:ss' ? clockDuration(text) : chineseDuration(text);
  return duration === null ? null : now - duration;
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
  let total: number | null = null;
  for (const [expression, ms] of UNITS) {
    const found = expression.exec(text);
    if (found) total = (total ?? 0) + Number(found[1]) * ms;
  }
  return total;
}
