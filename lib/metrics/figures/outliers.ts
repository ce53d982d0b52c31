/** The few turns that move an average by more than a fifth. ms. */
export interface Outliers {
  count: number;
  longestMs: number;
  averageWithoutMs: number;
}

/**
 * Outliers (其中 1 轮 9 分 12 秒,不含它 14.2 秒): the fewest longest values, at most 3, without which the average is
 * lower by more than 20 % of itself. Takes the average's values ascending (see averageValues); null when no three
 * values move it so far, or nothing would be left.
 */
export function outliers(ascending: ArrayLike<number>): Outliers | null {
  const n = ascending.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += ascending[i] ?? 0;
  const average = sum / n;
  let left = sum;
  for (let count = 1; count <= 3 && count < n; count++) {
    left -= ascending[n - count] ?? 0;
    const averageWithoutMs = left / (n - count);
    if (average - averageWithoutMs > 0.2 * average)
      return { count, longestMs: ascending[n - 1] ?? 0, averageWithoutMs };
  }
  return null;
}
