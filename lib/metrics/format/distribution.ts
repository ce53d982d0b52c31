import type { LiveFigures } from '@/lib/domain/figures';
import { formatCount } from './count';
import { formatLongDuration } from './duration';
import type { Words } from './words';

/** The median as the grey line writes it, `中位 9.0`: seconds without a unit under 100 s, else with. null is `–`. */
export function formatMedian(ms: number | null, t: Words): string {
  if (ms === null) return t('format:median', { value: t('format:unknown') });
  const tenths = Math.round(ms / 100);
  const value = tenths < 1000 ? (tenths / 10).toFixed(1) : formatLongDuration(ms, t, 'compact');
  return t('format:median', { value });
}

/** The 90th percentile, `九成在 31 秒内`, rounded up so that it is true. null is left out by the caller. */
export function formatP90(ms: number, t: Words): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return t('format:p90', { value: seconds });
  return t('format:p90Long', { value: formatLongDuration(seconds * 1000, t, 'compact') });
}

/** The grey parts under the average: number of turns, median, p90, longest; those not known are left out. */
export function distributionParts(figures: LiveFigures, t: Words): string[] {
  const parts = [formatCount(figures.answered, 'turns', t)];
  if (figures.medianResponseMs !== null) parts.push(formatMedian(figures.medianResponseMs, t));
  if (figures.p90ResponseMs !== null) parts.push(formatP90(figures.p90ResponseMs, t));
  if (figures.longestResponseMs !== null) {
    parts.push(t('format:longest', { value: formatLongDuration(figures.longestResponseMs, t, 'compact') }));
  }
  return parts;
}
