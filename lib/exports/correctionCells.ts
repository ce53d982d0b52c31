import type { Translate } from '@/lib/i18n/translator';
import type { CsvCell } from './csv';
import type { CorrectionFigures, DayCorrectionFacts } from './types';

/** What CSV files say of corrections, in the order of their columns. */
export const CORRECTION_COLUMNS = [
  'corrections',
  'correctionKinds',
  'firstBefore',
  'firstAfter',
  'averageBefore',
  'averageAfter',
  'ratioBefore',
  'ratioAfter',
  'replyRateBefore',
  'replyRateAfter',
] as const;

/**
 * The number and kinds of those that hold, and the day's figures before the first and after the last change by hand that
 * changed any (seconds, fractions; empty = not known, or nothing holds that changed a figure). What was undone moved the
 * figures on its way, so it is among the changes, but no correction.
 */
export function correctionCells(corrections: readonly DayCorrectionFacts[], t: Translate): CsvCell[] {
  const kinds = new Map<string, number>();
  const holding = corrections.filter(({ holds }) => holds);
  for (const { kind } of holding) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const changed = holding.some(({ figures }) => figures !== null) ? corrections : [];
  const changing = changed.flatMap(({ figures }) => (figures === null ? [] : [figures]));
  const before = changing[0]?.before;
  const after = changing.at(-1)?.after;
  const both = (name: string, unit: number): CsvCell[] => [figureOf(before, name, unit), figureOf(after, name, unit)];
  return [
    holding.length,
    kinds.size === 0 ? null : [...kinds].map(([kind, count]) => `${kindWord(kind, t)} ${count}`).join(', '),
    ...both('firstResponseMs', 1000),
    ...both('averageResponseMs', 1000),
    ...both('answerQuestionRatio', 1),
    ...both('replyRate', 1),
  ];
}

function figureOf(figures: CorrectionFigures | undefined, name: string, unit: number): number | null {
  const value = figures?.[name] ?? null;
  return value === null ? null : value / unit;
}

function kindWord(kind: string, t: Translate): string {
  switch (kind) {
    case 'advertiser':
    case 'author':
    case 'automaticText':
    case 'closing':
    case 'perfunctory':
    case 'outcome':
    case 'person':
      return t(`dashboard:correctionKind.${kind}`);
    default:
      return kind;
  }
}
