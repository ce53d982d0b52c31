import type { TargetFigure } from '@/lib/domain/target';
import type { Translate } from '@/lib/i18n/translator';
import { formatTargetDuration } from './duration';
import { formatTargetRate } from './rate';
import { smallerIsBetter } from './verdict';

/** A target as it stands beside its figure: `目标 ≤16秒`, `目标 ≥99%`. */
export function formatTarget(figure: TargetFigure, target: number, t: Translate): string {
  return smallerIsBetter(figure)
    ? t('format:targetAtMost', { value: formatTargetDuration(target, t) })
    : t('format:targetAtLeast', { value: formatTargetRate(target) });
}
