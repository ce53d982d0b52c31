/**
 * Longest response (最慢): the largest raw latency of an answered turn, uncapped. Takes them ascending; ms; null when
 * none was answered.
 */
export function longestResponse(ascending: ArrayLike<number>): number | null {
  return ascending[ascending.length - 1] ?? null;
}
