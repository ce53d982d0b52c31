import type { Translate } from '@/lib/i18n/translator';
import { CORRECTION_COLUMNS, correctionCells } from './correctionCells';
import { type CsvCell, toCsv } from './csv';
import type { DailyFigures } from './types';

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

const COLUMNS = {
  date: ({ date }) => date,
  customers: ({ customers }) => customers,
  turns: ({ figures }) => figures.turns,
  answered: ({ figures }) => figures.answered,
  unanswered: ({ figures }) => figures.unanswered,
  pending: ({ figures }) => figures.pending,
  excused: ({ figures }) => figures.excused,
  incoming: ({ figures }) => figures.incoming,
  outgoing: ({ figures }) => figures.outgoing,
  firstResponse: ({ figures }) => seconds(figures.firstResponseMs),
  averageResponse: ({ figures }) => seconds(figures.averageResponseMs),
  medianResponse: ({ figures }) => seconds(figures.medianResponseMs),
  p90Response: ({ figures }) => seconds(figures.p90ResponseMs),
  longestResponse: ({ figures }) => seconds(figures.longestResponseMs),
  answerQuestionRatio: ({ figures }) => figures.answerQuestionRatio,
  replyRate: ({ figures }) => figures.replyRate,
  turnReplyRate: ({ figures }) => figures.turnReplyRate,
  robotOnly: ({ figures }) => figures.robotOnly,
  offDutyTurns: ({ figures }) => figures.offDuty,
  offDutyReplyRate: ({ figures }) => figures.offDutyReplyRate,
  pauses: ({ pauses }) => pauses.length,
  pausedMinutes: ({ pauses }) => pauses.reduce((sum, pause) => sum + pause.minutes, 0),
  waitingInPauses: ({ pauses }) => pauses.reduce((sum, pause) => sum + pause.waiting, 0),
  peakWaiting: ({ figures }) => figures.peakWaiting,
  coverage: ({ coverage }) => coverage,
} satisfies Record<string, (day: DailyFigures) => CsvCell>;

/**
 * One record per day. Durations in seconds, rates and ratios as fractions (0.994), an empty cell is unknown. Each N of
 * the N-second rates has its rate and the number decided. Corrections by hand stand at the end, with the day's figures
 * before and after.
 */
export function dailyCsv(days: readonly DailyFigures[], t: Translate): string {
  const everyN = [...new Set(days.flatMap(({ figures }) => Object.keys(figures.within).map(Number)))].sort(
    (a, b) => a - b,
  );
  const header = [
    ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((name) => t(`dashboard:column.${name}`)),
    ...everyN.flatMap((n) => [
      t('dashboard:column.within', { seconds: n }),
      t('dashboard:column.withinDecided', { seconds: n }),
    ]),
    ...CORRECTION_COLUMNS.map((name) => t(`dashboard:column.${name}`)),
  ];
  const rows = days.map((day) => [
    ...Object.values(COLUMNS).map((cell: (day: DailyFigures) => CsvCell) => cell(day)),
    ...everyN.flatMap((n): CsvCell[] => [day.figures.within[n]?.rate ?? null, day.figures.within[n]?.decided ?? null]),
    ...correctionCells(day.corrections ?? [], t),
  ]);
  return toCsv(header, rows);
}
