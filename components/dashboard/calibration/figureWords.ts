import { kindOfFigure, type ReportFigure } from '@/lib/domain/platformReport';
import type { Translate } from '@/lib/i18n/translator';
import { formatDuration } from '@/lib/metrics/format/duration';
import { formatRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';

/** A value of a report's figure as everything else writes it; null is `–`. */
export function figureWords(figure: ReportFigure, value: number | null, t: Translate): string {
  if (value === null) return t('format:unknown');
  switch (kindOfFigure(figure)) {
    case 'duration':
      return formatDuration(value, t);
    case 'rate':
      return formatRate(value, t);
    case 'ratio':
      return formatRatio(value, t);
    default:
      return String(Number(value.toFixed(2)));
  }
}

/** How much a difference is, without its direction: `1.3 秒`, `0.4 个点`, `3`. */
export function amountWords(figure: ReportFigure, amount: number, t: Translate): string {
  const kind = kindOfFigure(figure);
  if (kind === 'duration') return formatDuration(amount, t);
  if (kind === 'rate' || kind === 'ratio') {
    const points = Number((amount * 100).toFixed(1));
    return t('dashboard:calibration.points', { count: points, points });
  }
  return String(Number(amount.toFixed(2)));
}

/** The least that is said as a number, by kind: below it ours and theirs are almost the same. */
const least = { duration: 50, rate: 0.0005, ratio: 0.0005, count: 0, score: 0 } as const;

/** Ours − theirs in words: `秒回多 1.3 秒`, `秒回少 0.4 个点`, `一样`. null is `–`. */
export function differenceWords(figure: ReportFigure, difference: number | null, t: Translate): string {
  if (difference === null) return t('format:unknown');
  // What floating point leaves is no difference.
  const amount = Number(Math.abs(difference).toFixed(9));
  if (amount === 0) return t('dashboard:calibration.same');
  const limit = least[kindOfFigure(figure)];
  if (amount < limit) {
    return t('dashboard:calibration.almostSame', { value: amountWords(figure, limit * 2, t) });
  }
  const value = amountWords(figure, amount, t);
  return difference > 0 ? t('dashboard:calibration.more', { value }) : t('dashboard:calibration.less', { value });
}
