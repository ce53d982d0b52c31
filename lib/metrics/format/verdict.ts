import type { TargetFigure, TargetSteps, Targets, Verdict } from '@/lib/domain/target';

/** Fewer turns than this are shown grey and not judged. */
export const fewTurnsBelow = 20;

/** How far beyond its target a missed figure still counts as near. */
const nearShare = 0.1;

/** Durations are better when smaller, everything else when larger. */
export function smallerIsBetter(figure: TargetFigure): boolean {
  return figure === 'firstResponse' || figure === 'averageResponse';
}

/** The steps of one figure. */
export function stepsOf(figure: TargetFigure, targets: Targets): TargetSteps {
  if (figure === 'firstResponse') return targets.firstResponseMs;
  if (figure === 'averageResponse') return targets.averageResponseMs;
  return targets[figure];
}

/**
 * How a figure stands against its target, from the unrounded value: `met` at the target or better, `near` within 10 %
 * of it, else `missed`; `few` under 20 turns, `unknown` without a value.
 */
export function verdictOf(figure: TargetFigure, value: number | null, target: number, turns: number): Verdict {
  if (value === null) return 'unknown';
  if (turns < fewTurnsBelow) return 'few';
  if (smallerIsBetter(figure)) {
    if (value <= target) return 'met';
    return value <= target * (1 + nearShare) ? 'near' : 'missed';
  }
  if (value >= target) return 'met';
  return value >= target * (1 - nearShare) ? 'near' : 'missed';
}
