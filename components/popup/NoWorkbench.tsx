import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import { CountsBlock } from './CountsBlock';
import { FiguresBlock } from './FiguresBlock';
import type { DayCard } from './popupProps';

/** A day that is over allows no more misses: its rates speak in points. */
function withoutBudget(day: DayCard): DayCard {
  return { ...day, today: { ...day.today, missBudget: null } };
}

/** No workbench in any tab: says so, and shows how yesterday went. */
export function NoWorkbench(props: { yesterday: DayCard | null; onDetails: (figure: FigureRef) => void }) {
  const { yesterday, onDetails } = props;
  const t = useT();
  return (
    <>
      <EmptyState title={t('popup:noWorkbench.title')}>{t('popup:noWorkbench.text')}</EmptyState>
      {yesterday === null ? (
        <p className="mh-popup__yesterday mh-muted">{t('popup:noWorkbench.noYesterday')}</p>
      ) : (
        <section aria-label={t('popup:noWorkbench.yesterday')}>
          <h3 className="mh-popup__yesterday">{t('popup:noWorkbench.yesterday')}</h3>
          <FiguresBlock day={withoutBudget(yesterday)} brief={false} onDetails={onDetails} />
          <CountsBlock day={yesterday} onDetails={onDetails} />
        </section>
      )}
    </>
  );
}
