import type { Words } from './words';

/** How complete the record is, whole percent, cut off: 99.6 % recorded must not read as complete. null is `–`. */
export function formatCoverage(coverage: number | null, t: Words): string {
  return coverage === null ? t('format:unknown') : `${Math.floor(Number((coverage * 100).toFixed(6)))}%`;
}
