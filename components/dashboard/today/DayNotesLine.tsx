import { Separated } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
import type { DayNotes } from '@/lib/domain/dayNotes';
import type { LiveFigures } from '@/lib/domain/figures';
import type { Translate } from '@/lib/i18n/translator';
import { formatDuration } from '@/lib/metrics/format/duration';
import { formatRate } from '@/lib/metrics/format/rate';
import { timeToMinute } from '../timeOfDay';

interface DayNotesLineProps {
  notes: DayNotes;
  figures: Pick<LiveFigures, 'offDuty' | 'offDutyReplyRate'>;
  timeZone: string;
}

/** What of the day stands beside the figures: off duty, left out, transferred in. */
function facts({ notes, figures }: DayNotesLineProps, t: Translate): string[] {
  const { excluded, transferredIn } = notes;
  const { offDuty, offDutyReplyRate } = figures;
  const rate = t('common:duty.replyRate', { rate: formatRate(offDutyReplyRate, t) });
  return [
    ...(offDuty === 0 ? [] : [`${t('common:duty.turns', { count: offDuty })} (${rate})`]),
    ...(excluded.advertiser === 0 ? [] : [t('dashboard:notes.advertiser', { count: excluded.advertiser })]),
    ...(excluded.internal === 0 ? [] : [t('dashboard:notes.internal', { count: excluded.internal })]),
    ...(transferredIn.turns === 0
      ? []
      : [
          t('dashboard:notes.transferredIn', {
            count: transferredIn.turns,
            customer: formatDuration(transferredIn.customerMs, t),
            agent: formatDuration(transferredIn.agentMs, t),
          }),
        ]),
  ];
}

/** One small line under the figures; the pauses in it open. Nothing when there is nothing to say. */
export function DayNotesLine(props: DayNotesLineProps) {
  const { notes, timeZone } = props;
  const t = useT();
  const said = facts(props, t);
  const { pauses } = notes;
  if (said.length === 0 && pauses.length === 0) return null;
  const minutes = Math.round(pauses.reduce((sum, pause) => sum + pause.minutes, 0));
  const time = (at: number) => timeToMinute(at, timeZone);
  return (
    <section className="mh-day-notes" aria-label={t('dashboard:notes.title')}>
      {said.length === 0 ? null : (
        <p>
          <Separated parts={said} />
        </p>
      )}
      {pauses.length === 0 ? null : (
        <details>
          <summary>{t('dashboard:notes.pauses', { count: pauses.length, minutes })}</summary>
          <ul>
            {pauses.map((pause) => (
              <li key={pause.from}>
                {t('dashboard:notes.pause', {
                  from: time(pause.from),
                  to: time(pause.to),
                  minutes: Math.round(pause.minutes),
                })}{' '}
                {pause.waiting.length === 0
                  ? t('dashboard:notes.nobody')
                  : t('dashboard:notes.waiting', { count: pause.waiting.length, names: pause.waiting.join(' ') })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
