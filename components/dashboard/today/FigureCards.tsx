import { Fragment } from 'react';
import { FigureValue } from '@/components/figures/FigureValue';
import { type FigureReading, readFigure } from '@/components/figures/figureReading';
import { refOfTarget } from '@/components/figures/refOfTarget';
import { VerdictMark } from '@/components/figures/VerdictMark';
import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import type { LiveView } from '@/lib/domain/live';
import type { Profile } from '@/lib/domain/profile';
import type { TargetFigure, Targets } from '@/lib/domain/target';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import { distributionParts } from '@/lib/metrics/format/distribution';
import { formatOutliers } from '@/lib/metrics/format/outlier';
import { nameOfProfile } from '../profileName';

/** The day's list with 待确认 alone. */
const REVIEW_HREF = '#today?only=review';

interface FigureCardsProps {
  today: LiveView['today'];
  targets: Targets;
  profile: Profile;
  /** Where a figure opens into its turns. */
  hrefOf: (ref: FigureRef) => string;
}

function order(targets: Targets): TargetFigure[] {
  const all: TargetFigure[] = ['within', 'averageResponse', 'firstResponse', 'answerQuestionRatio', 'replyRate'];
  return [targets.deciding, ...all.filter((figure) => figure !== targets.deciding)];
}

function FigureCard({ reading, href }: { reading: FigureReading; href: string }) {
  const t = useT();
  const words = { figure: reading.label, value: reading.value };
  return (
    <a
      className={`mh-kpi mh-kpi--${reading.verdict}`}
      href={href}
      aria-label={`${t('dashboard:figures.opens', words)} ${reading.gap ?? ''}`.trim()}
      title={reading.reason ?? undefined}
    >
      <span className="mh-kpi__label">{reading.label}</span>
      <span className="mh-kpi__target">{reading.target}</span>
      <FigureValue text={reading.value} />
      <span className="mh-kpi__gap">
        {reading.gap} <VerdictMark verdict={reading.verdict} />
      </span>
    </a>
  );
}

/** The figures of the day against their targets, the platform's deciding one first. Each opens the turns behind it. */
export function FigureCards({ today, targets, profile, hrefOf }: FigureCardsProps) {
  const t = useT();
  const { figures, missBudget } = today;
  const outliers = formatOutliers(today.outliers, t);
  const [turns, ...rest] = distributionParts(figures, t);
  const known = (
    [
      ['medianResponseMs', figures.medianResponseMs],
      ['p90ResponseMs', figures.p90ResponseMs],
      ['longestResponseMs', figures.longestResponseMs],
    ] as const
  ).filter(([, value]) => value !== null);
  const notes: { ref: FigureRef | null; text: string }[] = [
    { ref: { figure: 'customers' }, text: t('dashboard:today.customersOf', { count: today.customers }) },
    { ref: { figure: 'answered' }, text: turns ?? '' },
    ...known.flatMap(([figure], index) => ({ ref: { figure }, text: rest[index] ?? '' })),
    ...(outliers === null ? [] : [{ ref: { figure: 'averageResponseMs' } as const, text: outliers }]),
    ...(today.uncertainTurns > 0
      ? [
          {
            ref: { figure: 'uncertain' } as const,
            text: t('dashboard:today.uncertain', { count: today.uncertainTurns }),
          },
        ]
      : []),
    ...(today.reviewTurns > 0 ? [{ ref: null, text: t('dashboard:today.review', { count: today.reviewTurns }) }] : []),
  ];
  const coverage = formatCoverage(today.coverage, t);
  return (
    <section className="mh-kpis" aria-label={t('dashboard:today.figures')}>
      <div className="mh-kpis__row">
        {order(targets).map((figure) => (
          <FigureCard
            key={figure}
            reading={readFigure(figure, { figures, targets, profileId: profile.basedOn ?? profile.id, missBudget }, t)}
            href={hrefOf(refOfTarget(figure, targets))}
          />
        ))}
      </div>
      <p className="mh-kpis__notes">
        {notes.map(({ ref, text }, index) => (
          <Fragment key={text}>
            {index === 0 ? null : ' · '}
            <a className="mh-figure-link" href={ref === null ? REVIEW_HREF : hrefOf(ref)}>
              {text}
            </a>
          </Fragment>
        ))}
      </p>
      <p className="mh-kpis__notes">
        <a className="mh-figure-link" href={hrefOf({ figure: 'coverage' })}>
          {t('dashboard:today.basis', { profile: nameOfProfile(profile, t), coverage })}
        </a>
      </p>
    </section>
  );
}
