import { FigureValue } from '@/components/figures/FigureValue';
import { readFigure } from '@/components/figures/figureReading';
import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import { formatCount } from '@/lib/metrics/format/count';
import type { DayCard } from './popupProps';

/** 答问比, 回复率, 接待人数, 同时接待: four small figures in one line, each opening its turns. */
export function CountsBlock({ day, onDetails }: { day: DayCard; onDetails: (figure: FigureRef) => void }) {
  const t = useT();
  const { figures, customers, receiving } = day.today;
  const source = { figures, missBudget: null, targets: day.targets, profileId: day.basedOn ?? day.profileId };
  const ratio = readFigure('answerQuestionRatio', source, t);
  const rate = readFigure('replyRate', source, t);
  const cells = [
    {
      figure: 'answerQuestionRatio' as const,
      label: ratio.label,
      value: ratio.value,
      verdict: ratio.verdict,
      title: ratio.reason ?? `${ratio.target} · ${ratio.gap}`,
    },
    {
      figure: 'replyRate' as const,
      label: rate.label,
      value: rate.value,
      verdict: rate.verdict,
      title: rate.reason ?? `${rate.target} · ${rate.gap}`,
    },
    {
      figure: 'customers' as const,
      label: t('common:figure.customers'),
      value: formatCount(customers, 'peopleShort', t),
      verdict: 'plain',
      title: undefined,
    },
    {
      figure: 'receiving' as const,
      label: t('common:figure.receiving'),
      value: formatCount(receiving, 'peopleShort', t),
      verdict: 'plain',
      title: undefined,
    },
  ];
  return (
    <dl className="mh-counts" aria-label={t('popup:counts')}>
      {cells.map((cell) => (
        <div key={cell.label} className={`mh-counts__cell mh-counts__cell--${cell.verdict}`} title={cell.title}>
          <dt className="mh-counts__label mh-ellipsis">{cell.label}</dt>
          <dd className="mh-counts__value">
            <button
              type="button"
              className="mh-counts__open"
              aria-label={`${t('popup:details', { figure: cell.label })}: ${cell.value}`}
              onClick={() => onDetails({ figure: cell.figure })}
            >
              <FigureValue text={cell.value} />
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
