/** The figures that have a target. */
export type TargetFigure = 'firstResponse' | 'averageResponse' | 'within' | 'replyRate' | 'answerQuestionRatio';

/** One figure's three steps, 及格 / 达标 / 优秀; colours follow `good`. ms for durations, fractions for rates. */
export interface TargetSteps {
  pass: number;
  good: number;
  excellent: number;
}

export interface Targets {
  firstResponseMs: TargetSteps;
  averageResponseMs: TargetSteps;
  /** The N of the N-second rate, and its steps. */
  withinSeconds: number;
  within: TargetSteps;
  replyRate: TargetSteps;
  answerQuestionRatio: TargetSteps;
  /** The figure that the platform judges by; shown first. */
  deciding: TargetFigure;
  /** Where the numbers come from, and when that was checked (YYYY-MM-DD). */
  source: string;
  checked: string;
}

/** `met` green, `near` amber (within 10 % of the target), `missed` red, `few` grey (under 20 turns), `unknown`. */
export type Verdict = 'met' | 'near' | 'missed' | 'few' | 'unknown';
