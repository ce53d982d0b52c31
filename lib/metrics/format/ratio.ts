import type { Words } from './words';

/** A ratio as whole percent, `132%`; null is `–`. Cut off, so that a missed target never reads as met. */
export function formatRatio(ratio: number | null, t: Words): string {
  if (ratio === null) return t('format:unknown');
  return `${Math.floor(Number((ratio * 100).toFixed(6)))}%`;
}
