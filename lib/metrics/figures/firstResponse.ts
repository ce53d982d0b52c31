import type { Tally } from '../tally';

/**
 * First response (首次响应): the mean latency of the answered *first* turns, uncapped. A first turn is the first in time
 * of a session that the customer began. ms; null when none was answered.
 */
export function firstResponse(tally: Tally): number | null {
  let sum = 0;
  let n = 0;
  for (const key in tally.customers) {
    const latencies = tally.customers[key]?.firstLatencies ?? [];
    for (const latency of latencies) sum += latency;
    n += latencies.length;
  }
  return n === 0 ? null : sum / n;
}
