import { IconButton } from '@/components/design/Button';
import { Tag } from '@/components/design/Tag';
import { figureLabel } from '@/components/figures/figureReading';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Settings } from '@/lib/domain/settings';
import type { TargetFigure, Targets } from '@/lib/domain/target';
import { formatTargetDuration } from '@/lib/metrics/format/duration';
import { formatTargetRate } from '@/lib/metrics/format/rate';
import { smallerIsBetter, stepsOf } from '@/lib/metrics/format/verdict';
import { NumberField } from './NumberField';

interface TargetTableProps {
  /** The platform's, without the agent's own. */
  targets: Targets;
  profileId: string;
  overrides: Settings['targetOverrides'];
  onOverrides: (overrides: Settings['targetOverrides']) => void;
}

const FIGURES: readonly TargetFigure[] = [
  'within',
  'averageResponse',
  'firstResponse',
  'answerQuestionRatio',
  'replyRate',
];
const STEPS = ['pass', 'good', 'excellent'] as const;

/** ms ↔ seconds and fractions ↔ percent, without the dust of floating point. */
const toField = (figure: TargetFigure, value: number): number =>
  Number((smallerIsBetter(figure) ? value / 1000 : value * 100).toFixed(3));
const fromField = (figure: TargetFigure, value: number): number =>
  smallerIsBetter(figure) ? Math.round(value * 1000) : Number((value / 100).toFixed(6));

function isUsable(figure: TargetFigure, value: number): boolean {
  if (smallerIsBetter(figure)) return value >= 1 && value <= 86_400;
  return value > 0 && value <= (figure === 'answerQuestionRatio' ? 1000 : 100);
}

/** The platform's three steps per figure, and the agent's own target beside them. */
export function TargetTable({ targets, profileId, overrides, onOverrides }: TargetTableProps) {
  const t = useT();
  const set = (figure: TargetFigure, value: number | null) => {
    const { [figure]: _, ...others } = overrides;
    onOverrides(value === null ? others : { ...others, [figure]: fromField(figure, value) });
  };
  return (
    <table className="mh-table" aria-label={t('settings:measuring.targets')}>
      <thead>
        <tr>
          <th scope="col">{t('settings:measuring.figure')}</th>
          {STEPS.map((step) => (
            <th key={step} scope="col" className="mh-table__number">
              {t(`settings:measuring.${step}`)}
            </th>
          ))}
          <th scope="col">{t('settings:measuring.own')}</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map((figure) => {
          const steps = stepsOf(figure, targets);
          const name = figureLabel(figure, targets, profileId, t);
          const own = overrides[figure];
          const unit = smallerIsBetter(figure)
            ? t('settings:measuring.unitSeconds')
            : t('settings:measuring.unitPercent');
          return (
            <tr key={figure}>
              <th scope="row">
                {name}{' '}
                {targets.deciding === figure ? (
                  <Tag
                    tone="accent"
                    text={t('settings:measuring.deciding')}
                    title={t('settings:measuring.decidingHint')}
                  />
                ) : null}
              </th>
              {STEPS.map((step) => (
                <td key={step} className="mh-table__number">
                  {smallerIsBetter(figure) ? formatTargetDuration(steps[step], t) : formatTargetRate(steps[step])}
                </td>
              ))}
              <td>
                <span className="mh-own">
                  <NumberField
                    label={t('settings:measuring.ownOf', { figure: name, unit })}
                    value={own === undefined ? null : toField(figure, own)}
                    placeholder={String(toField(figure, steps.good))}
                    mayBeEmpty
                    isUsable={(value) => isUsable(figure, value)}
                    error={t('settings:measuring.badTarget')}
                    onChange={(value) => set(figure, value)}
                  />
                  <span className="mh-own__unit">{unit}</span>
                  <IconButton
                    icon="undo"
                    label={t('settings:measuring.resetOf', { figure: name })}
                    disabled={own === undefined}
                    onClick={() => set(figure, null)}
                  />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
