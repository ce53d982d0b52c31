import { FigureRow } from '@/components/figures/FigureRow';
import { popupFigures, readFigure } from '@/components/figures/figureReading';
import { refOfTarget } from '@/components/figures/refOfTarget';
import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import { distributionParts } from '@/lib/metrics/format/distribution';
import { formatOutliers } from '@/lib/metrics/format/outlier';
import type { DayCard } from './popupProps';

interface FiguresBlockProps {
  day: DayCard;
  /** In a peak the grey lines go. */
  brief: boolean;
  onDetails: (figure: FigureRef) => void;
}

/** The three figures against their targets, the platform's deciding one first. */
export function FiguresBlock({ day, brief, onDetails }: FiguresBlockProps) {
  const t = useT();
  const { figures, missBudget, outliers } = day.today;
  const source = { figures, missBudget, targets: day.targets, profileId: day.basedOn ?? day.profileId };
  return (
    <section className="mh-popup__figures" aria-label={t('popup:figures')}>
      {popupFigures(day.targets).map((figure) => {
        const isAverage = figure === 'averageResponse' && !brief;
        return (
          <FigureRow
            key={figure}
            reading={readFigure(figure, source, t)}
            distribution={isAverage && figures.answered > 0 ? distributionParts(figures, t) : []}
            outliers={isAverage ? formatOutliers(outliers, t) : null}
            onDetails={() => onDetails(refOfTarget(figure, day.targets))}
          />
        );
      })}
    </section>
  );
}
