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
}

/** How close a profile comes; null before seven days were compared. Where theirs is 0, ours counts as all wrong or right. */
export function closenessOf(comparisons: readonly Comparison[], profileId: string): Closeness | null {
  const dates = new Set<string>();
  let sum = 0;
  let compared = 0;
  for (const { date, theirs, byProfile } of comparisons) {
    const difference = byProfile.find((side) => side.profileId === profileId)?.difference ?? null;
    if (difference === null) continue;
    dates.add(date);
    sum += difference === 0 ? 0 : theirs === 0 ? 1 : Math.abs(difference / theirs);
    compared++;
  }
  return dates.size < daysNeeded ? null : { profileId, days: dates.size, error: sum / compared };
}
