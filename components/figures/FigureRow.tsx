import { Separated, Separator } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
import { FigureValue } from './FigureValue';
import type { FigureReading } from './figureReading';
import { VerdictMark } from './VerdictMark';

interface FigureRowProps {
  reading: FigureReading;
  /** Grey line beside the value: number of turns, median …; empty = none. */
  distribution: readonly string[];
  /** Long turns that move it; null = none. */
  outliers: string | null;
  /** Opens the turns behind it. */
  onDetails: () => void;
}

/** One figure of the popup, 52 px: name, target and gap above, the value and its distribution below. */
export function FigureRow({ reading, distribution, outliers, onDetails }: FigureRowProps) {
  const t = useT();
  return (
    <button
      type="button"
      className={`mh-figure mh-figure--${reading.verdict}`}
      onClick={onDetails}
      title={reading.reason ?? undefined}
      aria-label={`${t('popup:details', { figure: reading.label })}: ${reading.value} ${reading.gap ?? ''}`.trim()}
    >
      <span className="mh-figure__head">
        <span className="mh-figure__label">{reading.label}</span>
        <span className="mh-figure__against">
          <span className="mh-muted">{reading.target}</span>
          {reading.gap === null ? null : (
            <>
              <Separator />
              <span className="mh-figure__gap">
                {reading.gap} <VerdictMark verdict={reading.verdict} />
              </span>
            </>
          )}
        </span>
      </span>
      <span className="mh-figure__body">
        <FigureValue text={reading.value} />
        <span className="mh-figure__notes">
          <Separated parts={distribution} />
        </span>
      </span>
      {outliers === null ? null : <span className="mh-figure__outliers">{outliers}</span>}
    </button>
  );
}
