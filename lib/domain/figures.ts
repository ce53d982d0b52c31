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
