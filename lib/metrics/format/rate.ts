import type { Words } from './words';

/** Percent, cut off (never rounded up) after `decimals`; guards against 0.29 × 100 = 28.999…. */
function cutPercent(rate: number, decimals: number): string {
  const scale = 10 ** decimals;
  const cut = Math.floor(Number((rate * 100 * scale).toFixed(6))) / scale;
  return `${cut.toFixed(decimals)}%`;
}

/**
 * A rate, 0..1: `99.4%`; exactly 1 is `100%`, and a rate with a miss never reads 100 %. Within 0.05 points of its
 * target it has two decimals, cut off, so that 98.97 % against 99 % does not read `99.0%`. null is `–`.
 */
export function formatRate(rate: number | null, t: Words, target: number | null = null): string {
  if (rate === null) return t('format:unknown');
  if (rate >= 1) return '100%';
  if (target !== null && Math.abs(rate - target) * 100 <= 0.05 + 1e-9) return cutPercent(rate, 2);
  const rounded = Math.round(rate * 1000) / 10;
  return rounded >= 100 ? cutPercent(rate, 1) : `${rounded.toFixed(1)}%`;
}

/** A target rate without needless decimals: `99%`, `99.5%`. */
export function formatTargetRate(rate: number): string {
  return `${Number((rate * 100).toFixed(2))}%`;
}
