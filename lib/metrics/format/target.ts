import type { TargetFigure } from '@/lib/domain/target';
import { formatTargetDuration } from './duration';
import { formatTargetRate } from './rate';
import { smallerIsBetter } from './verdict';
import type { Words } from './words';

/** A target as it stands beside its figure: `目标 ≤16秒`, `目标 ≥99%`. */
export function formatTarget(figure: TargetFigure, target: number, t: Words): string {
  return smallerIsBetter(figure)
    ? t('format:targetAtMost', { value: formatTargetDuration(target, t) })
    : t('format:targetAtLeast', { value: formatTargetRate(target) });
}
