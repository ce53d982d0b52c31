import type { Tally } from '../tally';

/**
 * Answer/question ratio, bursts merged (答问比(合并连发)): like the answer/question ratio, but own messages less than
 * 5 s after the one before, in one run (no message of the customer or a colleague between), count once. Null with no
 * incoming.
 */
export function burstsMergedRatio(tally: Tally): number | null {
  return tally.incoming === 0 ? null : tally.outgoingMerged / tally.incoming;
}
