import { COMPARED_FIGURES, type ComparedFigure } from '@/lib/domain/platformReport';
import type { Comparison } from './compareReport';

/** So many days must have been compared before anything is said of a profile. */
export const daysNeeded = 7;

/** How close a profile comes to the platform. */
export interface Closeness {
  profileId: string;
  /** Days with at least one figure on both sides. */
  days: number;
  /** Mean of |ours − theirs| ÷ theirs over all compared figures, 0 = equal. */
  error: number;
  /** Mean of |ours − theirs| by figure, in its own unit. */
  byFigure: { figure: ComparedFigure; meanDifference: number; compared: number }[];
}

/** Days with at least one figure that both sides have, by a profile. */
export function comparedDays(comparisons: readonly Comparison[], profileId: string): number {
  return new Set(comparisons.flatMap((one) => (differenceOf(one, profileId) === null ? [] : [one.date]))).size;
}

/** How close a profile comes; null before seven days were compared. Where theirs is 0, ours counts as all wrong or right. */
export function closenessOf(comparisons: readonly Comparison[], profileId: string): Closeness | null {
  const days = comparedDays(comparisons, profileId);
  if (days < daysNeeded) return null;
  let error = 0;
  let compared = 0;
  const sums = new Map<ComparedFigure, { sum: number; compared: number }>();
  for (const comparison of comparisons) {
    const difference = differenceOf(comparison, profileId);
    if (difference === null) continue;
    const { figure, theirs } = comparison;
    const own = sums.get(figure) ?? { sum: 0, compared: 0 };
    sums.set(figure, { sum: own.sum + Math.abs(difference), compared: own.compared + 1 });
    error += difference === 0 ? 0 : theirs === 0 ? 1 : Math.abs(difference / theirs);
    compared++;
  }
  const byFigure = COMPARED_FIGURES.flatMap((figure) => {
    const own = sums.get(figure);
    return own === undefined ? [] : [{ figure, meanDifference: own.sum / own.compared, compared: own.compared }];
  });
  return { profileId, days, error: error / compared, byFigure };
}

function differenceOf({ byProfile }: Comparison, profileId: string): number | null {
  return byProfile.find((side) => side.profileId === profileId)?.difference ?? null;
}
