import type { RateUnit } from './figureRef';

/** Share that met N seconds, and how many were decided; rate is null when none was. */
export interface WithinFigure {
  /** 0..1 */
  rate: number | null;
  decided: number;
}

/**
 * The figures of a span, by one profile. Durations in ms, rates and ratios as fractions (0.994, 1.32), counts as
 * integers; null = cannot be known. The definition of each stands in the doc comment of its file in lib/metrics.
 */
export interface Figures {
  turns: number;
  answered: number;
  unanswered: number;
  pending: number;
  excused: number;
  incoming: number;
  outgoing: number;
  firstResponseMs: number | null;
  averageResponseMs: number | null;
  medianResponseMs: number | null;
  p90ResponseMs: number | null;
  longestResponseMs: number | null;
  answerQuestionRatio: number | null;
  replyRate: number | null;
  turnReplyRate: number | null;
  robotOnly: number;
  offDuty: number;
  offDutyReplyRate: number | null;
  /** By number of seconds: 10, 30, 60, 180 and the user's own. */
  within: Record<number, WithinFigure>;
  peakWaiting: number;
}

/** The figures of now: peak waiting needs the day's turns, which no live surface reads. */
export type LiveFigures = Omit<Figures, 'peakWaiting'>;

/** The figures beside the headline ones. Same units; null = cannot be known. */
export interface MoreFigures {
  effectiveFirstResponseMs: number | null;
  /** Answer/question ratio with bursts of own messages merged. */
  burstsMergedRatio: number | null;
  /** Conversations with a counted turn. */
  customers: number;
  /** Counted turns that enter no figure in seconds, because their times are not known to the second. */
  uncertain: number;
  transferredAway: number;
  transferredIn: { turns: number; customerMs: number | null; agentMs: number | null };
  slowTurns: number;
  longReceptions: number;
  characters: { incoming: number | null; outgoing: number | null; perReply: number | null };
  /** By other open turns at the turn's start: 0–1, 2–3, 4–6, 7 and more (`to` null). */
  pressure: { from: number; to: number | null; turns: number; meanMs: number | null }[];
  /** Mean notice, think and type over the turns where all three are known. */
  split: { turns: number; noticeMs: number | null; thinkMs: number | null; typeMs: number | null };
  outliers: { count: number; longestMs: number; averageWithoutMs: number } | null;
}

/** Conversations being received at once. */
export interface ReceivedAtOnce {
  peak: number;
  /** Over the time in which there was any; null without any. */
  mean: number | null;
  /** That time, ms. */
  activeMs: number;
}

/** Every figure of a span, by one profile. */
export interface AllFigures {
  figures: LiveFigures;
  /** null = its turns are deleted, only its sums are left. */
  peakWaiting: number | null;
  more: MoreFigures;
  /** N-second rates in each unit, by number of seconds. */
  within: Record<RateUnit, Record<number, WithinFigure>>;
  /** null = its messages are deleted. */
  receiving: ReceivedAtOnce | null;
  customersPerHour: number | null;
}
