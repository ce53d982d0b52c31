import type { Translate } from '@/lib/i18n/translator';

/** How complete the record is, whole percent, cut off: 99.6 % recorded must not read as complete. null is `–`. */
export function formatCoverage(coverage: number | null, t: Translate): string {
  return coverage === null ? t('format:unknown') : `${Math.floor(Number((coverage * 100).toFixed(6)))}%`;
}
