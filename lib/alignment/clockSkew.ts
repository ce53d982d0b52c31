/** Fewer samples say too little. */
const FEWEST = 8;
/** The latest so many count. */
const LATEST = 40;
/** Between the tenth and the ninetieth percentile: one second is what cutting off to seconds makes of steady clocks. */
const WIDEST_MS = 1_500;

/**
 * The workbench's clock minus ours in ms, from messages that were seen arriving and show a time to the second (see
 * AlignResult.skewSamplesMs): the median of the latest 40. The shown time is cut off to its second and the message
 * needed a moment to come; both are in every sample alike, so that `shown − skew` is when it would have been seen
 * arriving, at most half a second off in either direction. null = not known: fewer than 8 samples, or they lie further
 * apart than that explains (a page that shows other times than it says, a clock that was set).
 */
export function clockSkew(samples: readonly number[]): number | null {
  const sorted = samples.slice(-LATEST).sort((a, b) => a - b);
  if (sorted.length < FEWEST) return null;
  if (quantile(sorted, 0.9) - quantile(sorted, 0.1) > WIDEST_MS) return null;
  return Math.round(quantile(sorted, 0.5));
}

/** The samples with fresh ones: the latest as many as count. */
export function withSamples(samples: readonly number[], fresh: readonly number[]): number[] {
  return [...samples, ...fresh].slice(-LATEST);
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
