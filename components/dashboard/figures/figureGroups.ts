import type { FigureName, FigureRef } from '@/lib/domain/figureRef';

/** The groups in which all figures stand. */
export type FigureGroupName = 'speed' | 'target' | 'work' | 'pressure' | 'missed';

const of = (...names: FigureName[]): FigureRef[] => names.map((figure) => ({ figure }));

/** Every figure but the N-second rates, which have a table of their own under `target`. */
export const FIGURE_GROUPS: Record<FigureGroupName, readonly FigureRef[]> = {
  speed: of(
    'averageResponseMs',
    'firstResponseMs',
    'effectiveFirstResponseMs',
    'medianResponseMs',
    'p90ResponseMs',
    'longestResponseMs',
    'split',
  ),
  target: of('replyRate', 'turnReplyRate'),
  work: of(
    'customers',
    'customersPerHour',
    'turns',
    'incoming',
    'outgoing',
    'answerQuestionRatio',
    'burstsMergedRatio',
    'characters',
    'receivingPeak',
    'receivingMean',
    'longReceptions',
    'robotOnly',
  ),
  pressure: [
    ...of('peakWaiting', 'slowTurns'),
    ...[0, 1, 2, 3].map((bucket): FigureRef => ({ figure: 'pressure', bucket })),
  ],
  missed: of(
    'unanswered',
    'pending',
    'excused',
    'transferredAway',
    'transferredIn',
    'offDuty',
    'offDutyReplyRate',
    'uncertain',
    'coverage',
  ),
};
