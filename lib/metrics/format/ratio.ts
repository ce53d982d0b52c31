import type { Translate } from '@/lib/i18n/translator';

/** A ratio as whole percent, `132%`; null is `–`. Cut off, so that a missed target never reads as met. */
export function formatRatio(ratio: number | null, t: Translate): string {
  if (ratio === null) return t('format:unknown');
  return `${Math.floor(Number((ratio * 100).toFixed(6)))}%`;
}
