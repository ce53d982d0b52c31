import type { CorrectedFigures, DayCorrection } from '@/lib/domain/dayCorrection';
import type { Translate } from '@/lib/i18n/translator';
import { formatCount } from '@/lib/metrics/format/count';
import { formatDuration } from '@/lib/metrics/format/duration';
import { formatRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';

/** What a correction says: 不是自动回复, 标为广告. */
export function correctionName({ kind, before, after }: DayCorrection, t: Translate): string {
  const word = (key: 'isAuto' | 'isMine' | 'isNotAuto' | 'isColleagues') => t(`dashboard:figures.correction.${key}`);
  switch (kind) {
    case 'author':
      if (after === 'auto') return word('isAuto');
      if (after === 'colleague') return word('isColleagues');
      if (before === after) return t('dashboard:figures.correction.confirmed');
      return before === 'auto' ? word('isNotAuto') : word('isMine');
    case 'automaticText':
      return t(`dashboard:figures.correction.${after === 'auto' ? 'isAutoText' : 'isNotAutoText'}`);
    case 'closing':
      return after === 'true'
        ? t('dashboard:figures.correction.isClosing')
        : t('dashboard:figures.correction.isNotClosing');
    case 'perfunctory':
      return after === 'true'
        ? t('dashboard:figures.correction.isPerfunctory')
        : t('dashboard:figures.correction.isNotPerfunctory');
    case 'advertiser':
      return after === 'true'
        ? t('dashboard:figures.correction.advertiser')
        : t('dashboard:figures.correction.notAdvertiser');
    case 'outcome':
      return t('dashboard:figures.correction.outcome', {
        before: outcomeName(before, t),
        after: outcomeName(after, t),
      });
    case 'person': {
      const name = (person: string) => (person === '' ? t('common:noPerson') : person);
      return t('dashboard:figures.correction.person', { before: name(before), after: name(after) });
    }
  }
}

function outcomeName(outcome: string, t: Translate): string {
  const known = (['ordered', 'lost', 'followUp'] as const).find((one) => one === outcome);
  return known === undefined ? t('dashboard:figures.correction.noOutcome') : t(`common:outcome.${known}`);
}

/** The day's figures that a correction changed: 平均响应 15.2 秒 → 14.6 秒. Empty where it changed none. */
export function figuresChange({ figures }: DayCorrection, t: Translate): string[] {
  if (figures === null) return [];
  const { before, after } = figures;
  const text = (key: keyof CorrectedFigures, value: number | null) => {
    if (key === 'answerQuestionRatio') return formatRatio(value, t);
    if (key === 'replyRate') return formatRate(value, t);
    return key === 'turns' || key === 'answered' ? formatCount(value, 'turns', t) : formatDuration(value, t);
  };
  const keys = [
    'averageResponseMs',
    'firstResponseMs',
    'turns',
    'answered',
    'answerQuestionRatio',
    'replyRate',
  ] as const satisfies (keyof CorrectedFigures)[];
  return keys.flatMap((key) => {
    if (before[key] === after[key]) return [];
    const words = { before: text(key, before[key]), after: text(key, after[key]) };
    return [t('dashboard:figures.correction.figures', { name: t(`dashboard:figures.name.${key}`), ...words })];
  });
}

/** That the figures are of several corrections that took effect at once; null = of this one alone, or of none. */
export function togetherWord({ figures, together = 1 }: DayCorrection, t: Translate): string | null {
  return figures === null || together === 1 ? null : t('dashboard:figures.correction.together', { count: together });
}
