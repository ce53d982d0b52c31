import { FigureCell } from '@/components/figures/FigureCell';
import { overlayFigures, readFigure } from '@/components/figures/figureReading';
import { useT } from '@/components/i18n/TranslatorContext';
import type { LiveView } from '@/lib/domain/live';

/** Today's four figures, the platform's deciding one first. */
export function TodayBlock({ view }: { view: LiveView }) {
  const t = useT();
  const { figures, missBudget } = view.today;
  const source = { figures, missBudget, targets: view.targets, profileId: view.basedOn ?? view.profileId };
  return (
    <dl className="mh-today" aria-label={t('common:today')}>
      {overlayFigures(view.targets).map((figure) => (
        <FigureCell key={figure} reading={readFigure(figure, source, t, 'compact')} />
      ))}
    </dl>
  );
}
