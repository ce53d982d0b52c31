import type { LiveFigures } from '@/lib/domain/figures';
import type { TargetFigure, Targets } from '@/lib/domain/target';

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
