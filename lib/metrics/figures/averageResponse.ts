import type { Profile } from '@/lib/domain/profile';
import type { Tally } from '../tally';
import { percentile } from './percentile';

/**
 * Average response (平均响应), by the profile's rule. The values are the latencies of the answered turns, each at most
 * `capMs`, and for each unanswered turn `unansweredCountsAsMs`, uncapped, or nothing when that is null. Without
 * `averageIncludesFirst` every *first* turn is left out, answered or not.
 * `pooled`: their sum ÷ their number. `median`: their median. `meanOfSessionMeans`: the mean over the sessions of each
 * session's mean. ms; null when there is no value.
 */
export function averageResponse(tally: Tally, profile: Profile): number | null {
  switch (profile.average) {
    case 'pooled':
      return pooledMean(tally, profile);
    case 'median':
      return percentile(averageValues(tally, profile), 0.5);
    case 'meanOfSessionMeans':
      return meanOfSessionMeans(tally);
  }
}

/** The values that the average is made of, ms ascending: latencies after the cap, unanswered turns as charged. */
export function averageValues(tally: Tally, profile: Profile): Float64Array {
  const values: number[] = [];
  const cap = profile.capMs ?? Number.POSITIVE_INFINITY;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    for (const latency of customer.laterLatencies) values.push(Math.min(latency, cap));
    if (profile.averageIncludesFirst) {
      for (const latency of customer.firstLatencies) values.push(Math.min(latency, cap));
    }
    if (profile.unansweredCountsAsMs === null) continue;
    const charged = customer.missed - (profile.averageIncludesFirst ? 0 : customer.missedFirst);
    for (let i = 0; i < charged; i++) values.push(profile.unansweredCountsAsMs);
  }
  return Float64Array.from(values).sort();
}

/** Like the mean of averageValues, without building them: sums of whole milliseconds are exact in any order. */
function pooledMean(tally: Tally, profile: Profile): number | null {
  const cap = profile.capMs ?? Number.POSITIVE_INFINITY;
  let sum = 0;
  let n = 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    for (const latency of customer.laterLatencies) sum += Math.min(latency, cap);
    n += customer.laterLatencies.length;
    if (profile.averageIncludesFirst) {
      for (const latency of customer.firstLatencies) sum += Math.min(latency, cap);
      n += customer.firstLatencies.length;
    }
    if (profile.unansweredCountsAsMs === null) continue;
    const charged = customer.missed - (profile.averageIncludesFirst ? 0 : customer.missedFirst);
    sum += charged * profile.unansweredCountsAsMs;
    n += charged;
  }
  return n === 0 ? null : sum / n;
}

function meanOfSessionMeans(tally: Tally): number | null {
  const means = Object.values(tally.sessions).map(({ sum, n }) => sum / n);
  if (means.length === 0) return null;
  // Means are fractions: only one order of adding them gives the same figure for a whole and for its merged parts.
  means.sort((a, b) => a - b);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
