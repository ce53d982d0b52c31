import type { TargetFigure } from '@/lib/domain/target';
import { type DurationStyle, formatDuration } from './duration';
import { smallerIsBetter } from './verdict';
import type { Words } from './words';

/**
 * The gap of a response time to its target, in words and from the unrounded values: `快 1.4 秒`, `慢 2.6 秒`, exactly
 * or almost on it `刚好达标`, missed by next to nothing `慢不到 0.1 秒`. null is `–`.
 */
export function formatDurationGap(
  value: number | null,
  target: number,
  t: Words,
  style: DurationStyle = 'spaced',
): string {
  if (value === null) return t('format:unknown');
  const gap = target - value;
  if (Math.abs(gap) < 50) return gap >= 0 ? t('format:onTarget') : t('format:slowerSlightly');
  const duration = formatDuration(Math.abs(gap), t, style);
  return gap > 0 ? t('format:faster', { duration }) : t('format:slower', { duration });
}

/** Points for reading: whole from 10 on, else with one decimal where it has one. */
function readablePoints(points: number): number {
  return points >= 10 ? Math.round(points) : Math.round(points * 10) / 10;
}

/** The gap of a rate or ratio (fractions) to its target in points: `高 12 个点`, `差 0.6 个点`. null is `–`. */
export function formatPointsGap(value: number | null, target: number, t: Words): string {
  if (value === null) return t('format:unknown');
  const gap = Number(((value - target) * 100).toFixed(9));
  const points = readablePoints(Math.abs(gap));
  if (points === 0) return gap >= 0 ? t('format:onTarget') : t('format:belowSlightly');
  return gap > 0 ? t('format:above', { count: points, points }) : t('format:below', { count: points, points });
}

/**
 * How many more misses the day can take: `今天还能漏 2 个`, `今天不能再漏`, `已多漏 3 个`; compact `还能漏2个`. null is
 * `–`.
 */
export function formatMissBudget(budget: number | null, t: Words, style: DurationStyle = 'spaced'): string {
  if (budget === null) return t('format:unknown');
  if (style === 'compact') {
    if (budget === 0) return t('format:budgetNoneShort');
    return budget > 0 ? t('format:budgetShort', { count: budget }) : t('format:overBudgetShort', { count: -budget });
  }
  if (budget === 0) return t('format:budgetNone');
  return budget > 0 ? t('format:budget', { count: budget }) : t('format:overBudget', { count: -budget });
}

/** The gap of any figure in its own words. An N-second rate speaks in misses where the budget is known. */
export function formatGap(
  gap: { figure: TargetFigure; value: number | null; target: number; missBudget?: number | null },
  t: Words,
  style: DurationStyle = 'spaced',
): string {
  if (gap.value === null) return t('format:unknown');
  if (smallerIsBetter(gap.figure)) return formatDurationGap(gap.value, gap.target, t, style);
  if (gap.figure === 'within' && gap.missBudget != null) return formatMissBudget(gap.missBudget, t, style);
  return formatPointsGap(gap.value, gap.target, t);
}
