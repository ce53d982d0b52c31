import type { LiveFigures } from '@/lib/domain/figures';
import type { TargetFigure, Targets, Verdict } from '@/lib/domain/target';
import type { Translate } from '@/lib/i18n/translator';
import { type DurationStyle, formatDuration } from '@/lib/metrics/format/duration';
import { formatGap } from '@/lib/metrics/format/gap';
import { formatRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';
import { formatTarget } from '@/lib/metrics/format/target';
import { smallerIsBetter, stepsOf, verdictOf } from '@/lib/metrics/format/verdict';
import { figureValue } from '@/lib/metrics/gap';

/** One figure, ready to be shown against its target. */
export interface FigureReading {
  figure: TargetFigure;
  /** `3分钟人工回复率` */
  label: string;
  /** `14.6 秒`, `–` */
  value: string;
  /** `目标 ≤16秒` */
  target: string;
  /** `快 1.4 秒`; `样本少` under 20 turns; null without a value. */
  gap: string | null;
  verdict: Verdict;
  /** Why there is no value or no verdict; null when there is one. For the tooltip. */
  reason: string | null;
}

/** What a reading is made from. */
export interface FigureSource {
  figures: LiveFigures;
  targets: Targets;
  /** The built-in profile whose words the figures have: that of an edited copy is the one it began as. */
  profileId: string;
  /** See LiveView; null = not known. */
  missBudget: number | null;
}

/** The figure's name in the platform's words: Taobao says 响应率, JD judges the first 30 seconds. */
export function figureLabel(figure: TargetFigure, targets: Targets, profileId: string, t: Translate): string {
  if (figure !== 'within') return t(`common:figure.${figure}`);
  const seconds = targets.withinSeconds;
  if (profileId === 'jd') return t('common:figure.withinFirst', { seconds });
  if (seconds !== 180) return t('common:figure.within', { seconds });
  return profileId === 'taobao' ? t('common:figure.within180Taobao') : t('common:figure.within180');
}

/** Value, target, gap and verdict of one figure, put into words. Verdict and gap come from the unrounded value. */
export function readFigure(
  figure: TargetFigure,
  source: FigureSource,
  t: Translate,
  style: DurationStyle = 'spaced',
): FigureReading {
  const { figures, targets, profileId, missBudget } = source;
  const value = figureValue(figure, figures, targets);
  const target = stepsOf(figure, targets).good;
  const verdict = verdictOf(figure, value, target, figures.turns);
  const text = smallerIsBetter(figure)
    ? formatDuration(value, t, style)
    : figure === 'answerQuestionRatio'
      ? formatRatio(value, t)
      : formatRate(value, t, target);
  const gap = formatGap({ figure, value, target, missBudget }, t, style);
  return {
    figure,
    label: figureLabel(figure, targets, profileId, t),
    value: text,
    target: formatTarget(figure, target, t),
    gap: verdict === 'unknown' ? null : verdict === 'few' ? t('format:fewTurns') : gap,
    verdict,
    reason: verdict === 'unknown' ? t('common:unknownReason') : verdict === 'few' ? t('common:fewReason') : null,
  };
}

/** The three figures of the popup: the platform's deciding one first. */
export function popupFigures(targets: Targets): TargetFigure[] {
  const order: TargetFigure[] = [targets.deciding, 'within', 'averageResponse', 'firstResponse'];
  return [...new Set(order)].slice(0, 3);
}

/** The four figures of the overlay: the deciding one, average, first response, answer/question ratio. */
export function overlayFigures(targets: Targets): TargetFigure[] {
  const order: TargetFigure[] = [targets.deciding, 'averageResponse', 'firstResponse', 'answerQuestionRatio', 'within'];
  return [...new Set(order)].slice(0, 4);
}
