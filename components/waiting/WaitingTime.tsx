import { Clock, Countdown } from '@/components/clock/Clock';
import { useTick } from '@/components/clock/ClockProvider';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Waiting } from '@/lib/domain/live';
import { isAboutToBeLate } from './waitingOrder';
import type { WaitLevel } from './waitLevel';

/** The time of a peak's row: `剩 0:38` while it can be saved, `超时 3:12` when not, else the wait. */
export function WaitingTime({ wait, level }: { wait: Waiting; level: WaitLevel }) {
  const t = useT();
  const soon = useTick((now) => isAboutToBeLate(wait, now));
  if (soon) {
    return (
      <>
        <span className="mh-wait__word">{t('overlay:left')}</span> <Countdown endsAt={wait.startedAt + wait.limitMs} />
      </>
    );
  }
  return (
    <>
      {level === 'over' ? <span className="mh-wait__word">{t('overlay:over')} </span> : null}
      <Clock startedAt={wait.startedAt} atLeast={wait.atLeast} />
    </>
  );
}
