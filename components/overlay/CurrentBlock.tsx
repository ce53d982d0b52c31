import { Clock } from '@/components/clock/Clock';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Waiting } from '@/lib/domain/live';

/** The open conversation's open turn: how long it has waited, and which turn it is. */
export function CurrentBlock({ wait }: { wait: Waiting }) {
  const t = useT();
  return (
    <section className="mh-current" aria-label={t('overlay:current')}>
      <span className="mh-muted">{t('overlay:currentWaited')}</span>
      <span className="mh-current__clock">
        <Clock startedAt={wait.startedAt} atLeast={wait.atLeast} />
      </span>
      <span className="mh-current__turn">
        {wait.first ? t('overlay:firstTurn') : t('overlay:turnNumber', { number: wait.turnNumber })}
      </span>
    </section>
  );
}
