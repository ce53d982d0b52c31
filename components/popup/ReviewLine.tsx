import { useT } from '@/components/i18n/TranslatorContext';
import type { DayCard } from './popupProps';

/** How many of today's turns have a message that may be automatic: opens them. Nothing while there is none. */
export function ReviewLine({ day, onReview }: { day: DayCard; onReview: () => void }) {
  const t = useT();
  const { reviewTurns } = day.today;
  if (reviewTurns === 0) return null;
  return (
    <button type="button" className="mh-popup__quiet mh-popup__quiet--link mh-muted" onClick={onReview}>
      {t('popup:review', { count: reviewTurns })} ›
    </button>
  );
}
