/**
 * A percentile as a spreadsheet's PERCENTILE.INC gives it: linear interpolation between the two values around position
 * `share × (n − 1)` of the ascending values. `share` 0..1. null of nothing.
 */
export function percentile(ascending: ArrayLike<number>, share: number): number | null {
  const n = ascending.length;
  if (n === 0) return null;
  const position = share * (n - 1);
  const low = Math.floor(position);
  const lower = ascending[low] ?? 0;
  const upper = ascending[low + 1] ?? lower;
  return lower + (upper - lower) * (position - low);
}
