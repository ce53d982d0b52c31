import type { FigureRef } from '@/lib/domain/figureRef';
import type { TargetFigure, Targets } from '@/lib/domain/target';

/** The figures that have a target, as the drill-down names them. */
export function refOfTarget(figure: TargetFigure, targets: Targets): FigureRef {
  switch (figure) {
    case 'within':
      return { figure: 'within', seconds: targets.withinSeconds };
    case 'firstResponse':
      return { figure: 'firstResponseMs' };
    case 'averageResponse':
      return { figure: 'averageResponseMs' };
    case 'replyRate':
    case 'answerQuestionRatio':
      return { figure };
  }
}
