import type { Tally } from '../tally';

/**
 * Transferred away unanswered (转出未回): turns, excused or not, that were open when their conversation was transferred
 * to somebody else. Count.
 */
export function transferredAway(tally: Tally): number {
  return tally.transferredAway;
}
