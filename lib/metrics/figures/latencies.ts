import type { Tally } from '../tally';

/**
 * The raw latencies, ms ascending: of all answered turns, or of the *first* (later) ones only. Uncapped; uncertain
 * turns have none.
 */
export function sortedLatencies(tally: Tally, which: 'all' | 'first' | 'later' = 'all'): Float64Array {
  let n = 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    if (which !== 'later') n += customer.firstLatencies.length;
    if (which !== 'first') n += customer.laterLatencies.length;
  }
  const values = new Float64Array(n);
  let position = 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    if (which !== 'later') for (const latency of customer.firstLatencies) values[position++] = latency;
    if (which !== 'first') for (const latency of customer.laterLatencies) values[position++] = latency;
  }
  return values.sort();
}
