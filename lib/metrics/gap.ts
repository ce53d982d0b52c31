import type { LiveFigures } from '@/lib/domain/figures';
import type { TargetFigure, Targets } from '@/lib/domain/target';
import { smallerIsBetter, stepsOf } from './format/verdict';

/** The value of a figure that has a target: ms, or a fraction. null when it cannot be known. */
export function figureValue(figure: TargetFigure, figures: LiveFigures, targets: Targets): number | null {
  switch (figure) {
    case 'firstResponse':
      return figures.firstResponseMs;
    case 'averageResponse':
      return figures.averageResponseMs;
    case 'within':
      return figures.within[targets.withinSeconds]?.rate ?? null;
    case 'replyRate':
      return figures.replyRate;
    case 'answerQuestionRatio':
      return figures.answerQuestionRatio;
  }
}

/**
 * The gap (差距) of a figure to its `good` step, from unrounded values: positive = better than the target by so much
 * (ms, or a fraction), negative = worse. null when the figure is not known.
 */
export function gapOf(figure: TargetFigure, value: number | null, targets: Targets): number | null {
  if (value === null) return null;
  const target = stepsOf(figure, targets).good;
  return smallerIsBetter(figure) ? target - value : value - target;
}
