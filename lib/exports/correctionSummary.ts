import type { DayCorrection } from '@/lib/domain/dayCorrection';

/** What a day's line says of its corrections by hand. */
export interface CorrectionSummary {
  /** Those that hold: undone ones, and the undoing, are none. */
  count: number;
  /** The day's average before the first and after the last change of its figures, ms; null = not known, or none changed them. */
  averageBeforeMs: number | null;
  averageAfterMs: number | null;
}

/** Of the corrections of a day, in any order; null when none holds. */
export function correctionSummary(corrections: readonly DayCorrection[]): CorrectionSummary | null {
  const holding = corrections.filter(({ holds }) => holds);
  if (holding.length === 0) return null;
  const ordered = [...corrections].sort((a, b) => a.at - b.at || a.id - b.id);
  const figures = ordered.flatMap((one) => one.figures ?? []);
  return {
    count: holding.length,
    averageBeforeMs: figures[0]?.before.averageResponseMs ?? null,
    averageAfterMs: figures.at(-1)?.after.averageResponseMs ?? null,
  };
}
