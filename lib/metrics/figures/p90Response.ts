import { percentile } from './percentile';

/**
 * 90th percentile (九成在 … 内): nine in ten answered turns took at most this, by raw latency, uncapped, interpolated
 * like a spreadsheet's PERCENTILE.INC. Takes them ascending; ms; null when none was answered.
 */
export function p90Response(ascending: ArrayLike<number>): number | null {
  return percentile(ascending, 0.9);
}
