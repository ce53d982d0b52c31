import type { Profile } from './profile';

/** Every figure that can be opened, named as in lib/domain/figures.ts, in the order of docs/metrics.md. */
export const FIGURE_NAMES = [
  'turns',
  'answered',
  'unanswered',
  'pending',
  'excused',
  'firstResponseMs',
  'effectiveFirstResponseMs',
  'averageResponseMs',
  'medianResponseMs',
  'p90ResponseMs',
  'longestResponseMs',
  'split',
  'incoming',
  'outgoing',
  'answerQuestionRatio',
  'burstsMergedRatio',
  'replyRate',
  'turnReplyRate',
  'within',
  'robotOnly',
  'offDuty',
  'offDutyReplyRate',
  'peakWaiting',
  'pressure',
  'receiving',
  'receivingPeak',
  'receivingMean',
  'customers',
  'customersPerHour',
  'slowTurns',
  'longReceptions',
  'transferredAway',
  'transferredIn',
  'characters',
  'uncertain',
  'coverage',
] as const;

/** One of them. */
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What an N-second rate counts; see Profile. */
export type RateUnit = Profile['rateUnit'];

/** The units of an N-second rate. */
export const RATE_UNITS: readonly RateUnit[] = ['turn', 'firstTurnOfSession', 'customerDay'];

/** Which figure, in so far as its name alone does not say it. */
export interface FigureRef {
  figure: FigureName;
  /** The N of `within`. */
  seconds?: number;
  /** What `within` counts; absent = what the profile counts. */
  unit?: RateUnit;
  /** Which of the four pressures of `pressure`, from 0. */
  bucket?: number;
}

/** A figure as one word, for addresses and keys: `averageResponseMs`, `within-180`, `within-30-turn`, `pressure-2`. */
export function figureText({ figure, seconds, unit, bucket }: FigureRef): string {
  return [figure, seconds, unit, bucket].filter((part) => part !== undefined).join('-');
}

/** The figure of a word; null when it is none. */
export function parseFigure(text: string): FigureRef | null {
  const [name, ...rest] = text.split('-');
  const figure = FIGURE_NAMES.find((one) => one === name);
  if (figure === undefined) return null;
  if (figure === 'pressure') {
    const bucket = Number(rest[0]);
    return rest.length === 1 && [0, 1, 2, 3].includes(bucket) ? { figure, bucket } : null;
  }
  if (figure !== 'within') return rest.length === 0 ? { figure } : null;
  const seconds = Number(rest[0]);
  if (!Number.isInteger(seconds) || seconds < 1 || rest.length > 2) return null;
  if (rest.length === 1) return { figure, seconds };
  const unit = RATE_UNITS.find((one) => one === rest[1]);
  return unit === undefined ? null : { figure, seconds, unit };
}
