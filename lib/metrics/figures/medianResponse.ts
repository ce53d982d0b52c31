import { percentile } from './percentile';

/**
 * Median response (中位): the middle of the raw latencies of all answered turns, uncapped, interpolated like a
 * spreadsheet's PERCENTILE.INC. Takes them ascending; ms; null when none was answered.
 */
export function medianResponse(ascending: ArrayLike<number>): number | null {
  return percentile(ascending, 0.5);
}
