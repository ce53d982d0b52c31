/** A stretch of time [from, to), ms. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Coverage (记录完整度): the share of the time that was to be recorded in which recording ran. `wanted` and `gaps` may
 * overlap themselves and each other in any way. 0..1; null when nothing was to be recorded.
 */
export function coverage(wanted: readonly Stretch[], gaps: readonly Stretch[]): number | null {
  const wantedMs = unionMs(wanted);
  if (wantedMs === 0) return null;
  const lost = wanted.flatMap((stretch) =>
    gaps.map((gap) => ({ from: Math.max(gap.from, stretch.from), to: Math.min(gap.to, stretch.to) })),
  );
  return (wantedMs - unionMs(lost)) / wantedMs;
}

/** Time that at least one of the stretches covers, ms. */
function unionMs(stretches: readonly Stretch[]): number {
  const ordered = stretches.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of ordered) {
    if (to > until) total += to - Math.max(from, until);
    until = Math.max(until, to);
  }
  return total;
}
