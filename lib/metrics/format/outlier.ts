import { formatDuration, formatLongDuration } from './duration';
import type { Words } from './words';

/** Turns so long that few of them move the average by more than 20 %. ms. */
export interface Outliers {
  count: number;
  longestMs: number;
  averageWithoutMs: number;
}

/** `其中 1 轮 9 分 12 秒,不含它 14.2 秒`; null without outliers. */
export function formatOutliers(outliers: Outliers | null, t: Words): string | null {
  if (outliers === null || outliers.count < 1) return null;
  const parts = {
    longest: formatLongDuration(outliers.longestMs, t),
    without: formatDuration(outliers.averageWithoutMs, t),
  };
  if (outliers.count === 1) return t('format:outlierSingle', parts);
  return t('format:outlier', { count: outliers.count, ...parts });
}
