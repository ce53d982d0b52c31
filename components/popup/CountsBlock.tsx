import { FigureValue } from '@/components/figures/FigureValue';
import { readFigure } from '@/components/figures/figureReading';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatCount } from '@/lib/metrics/format/count';
import type { DayCard } from './popupProps';

/** 答问比, 回复率, 接待人数, 同时接待: four small figures in one line. */
export function CountsBlock({ day }: { day: DayCard }) {
  const t = useT();
  const { figures, customers, receiving } = day.today;
  const source = { figures, missBudget: null, targets: day.targets, profileId: day.profileId };
  const ratio = readFigure('answerQuestionRatio', source, t);
  const rate = readFigure('replyRate', source, t);
  const cells = [
    {
      label: ratio.label,
      value: ratio.value,
      verdict: ratio.verdict,
      title: ratio.reason ?? `${ratio.target} · ${ratio.gap}`,
    },
    {
      label: rate.label,
      value: rate.value,
      verdict: rate.verdict,
      title: rate.reason ?? `${rate.target} · ${rate.gap}`,
    },
    {
      label: t('common:figure.customers'),
      value: formatCount(customers, 'peopleShort', t),
      verdict: 'plain',
      title: undefined,
    },
    {
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
            <FigureValue text={cell.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
