import type { Tally } from '../tally';

/**
 * Effective first response (有效首响): the mean time of the answered *first* turns from their clock to the first reply
 * of the session that is not perfunctory, even where the customer wrote again before it. First turns without such a
 * reply are left out. ms; null when there is none.
 */
export function effectiveFirstResponse(tally: Tally): number | null {
  return tally.effectiveFirstTurns === 0 ? null : tally.effectiveFirstMs / tally.effectiveFirstTurns;
}
