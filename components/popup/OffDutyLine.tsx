import { Separated } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatRate } from '@/lib/metrics/format/rate';
import type { DayCard } from './popupProps';

/** What the figures above leave out, because it began off duty; nothing while there is none. */
export function OffDutyLine({ day }: { day: DayCard }) {
  const t = useT();
  const { offDuty, offDutyReplyRate } = day.today.figures;
  if (offDuty === 0) return null;
  const parts = [
    t('common:duty.turns', { count: offDuty }),
    t('common:duty.replyRate', { rate: formatRate(offDutyReplyRate, t) }),
  ];
  return (
    <p className="mh-popup__quiet mh-muted" title={t('common:duty.turnsHint')}>
      <Separated parts={parts} />
    </p>
  );
}
