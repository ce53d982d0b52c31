import type { Tally } from '../tally';

/**
 * Slow turns (慢响应): answered turns whose raw latency exceeds the user's threshold (60 s out of the box). Count.
 */
export function slowTurns(ascending: ArrayLike<number>, thresholdMs: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > thresholdMs) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}

/**
 * Long receptions (长接待): sessions longer, from their first message to their last, than the user's threshold (30 min
 * out of the box). Count.
 */
export function longReceptions(tally: Tally, thresholdMs: number): number {
  return tally.sessionLengths.filter((length) => length > thresholdMs).length;
}
