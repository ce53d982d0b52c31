import { FigureValue } from '@/components/figures/FigureValue';
import { type FigureReading, readFigure } from '@/components/figures/figureReading';
import { VerdictMark } from '@/components/figures/VerdictMark';
import { useT } from '@/components/i18n/TranslatorContext';
import type { LiveView } from '@/lib/domain/live';
import type { TargetFigure, Targets } from '@/lib/domain/target';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import { distributionParts } from '@/lib/metrics/format/distribution';
import { formatOutliers } from '@/lib/metrics/format/outlier';
import { profileName } from '../profileName';

interface FigureCardsProps {
  today: LiveView['today'];
  targets: Targets;
  profileId: string;
  /** The figure whose turns are listed; null = none. */
  chosen: TargetFigure | null;
  onChoose: (figure: TargetFigure | null) => void;
}

function order(targets: Targets): TargetFigure[] {
  const all: TargetFigure[] = ['within', 'averageResponse', 'firstResponse', 'answerQuestionRatio', 'replyRate'];
  return [targets.deciding, ...all.filter((figure) => figure !== targets.deciding)];
}

function FigureCard({ reading, chosen, onChoose }: { reading: FigureReading; chosen: boolean; onChoose: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      className={`mh-kpi mh-kpi--${reading.verdict}`}
      aria-pressed={chosen}
      aria-label={`${t('dashboard:today.figureOpens', { figure: reading.label })}: ${reading.value} ${reading.gap}`}
      title={reading.reason ?? t('dashboard:today.figureOpens', { figure: reading.label })}
      onClick={onChoose}
    >
      <span className="mh-kpi__label">{reading.label}</span>
      <span className="mh-kpi__target">{reading.target}</span>
      <FigureValue text={reading.value} />
      <span className="mh-kpi__gap">
        {reading.gap} <VerdictMark verdict={reading.verdict} />
      </span>
    </button>
  );
}

/** The figures of the day against their targets, the platform's deciding one first. Each opens the turns behind it. */
export function FigureCards({ today, targets, profileId, chosen, onChoose }: FigureCardsProps) {
  const t = useT();
  const { figures, missBudget } = today;
  const outliers = formatOutliers(today.outliers, t);
  const notes = [
    t('dashboard:today.customersOf', { count: today.customers }),
    ...distributionParts(figures, t),
    ...(outliers === null ? [] : [outliers]),
    ...(today.uncertainTurns > 0 ? [t('dashboard:today.uncertain', { count: today.uncertainTurns })] : []),
  ];
  return (
    <section className="mh-kpis" aria-label={t('dashboard:today.figures')}>
      <div className="mh-kpis__row">
        {order(targets).map((figure) => (
          <FigureCard
            key={figure}
            reading={readFigure(figure, { figures, targets, profileId, missBudget }, t)}
            chosen={chosen === figure}
            onChoose={() => onChoose(chosen === figure ? null : figure)}
          />
        ))}
      </div>
      <p className="mh-kpis__notes">{notes.join(' · ')}</p>
      <p className="mh-kpis__notes">
        {t('dashboard:today.basis', {
          profile: profileName(profileId, t),
          coverage: formatCoverage(today.coverage, t),
        })}
      </p>
    </section>
  );
}
