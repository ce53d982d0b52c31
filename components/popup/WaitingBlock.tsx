import { Clock } from '@/components/clock/Clock';
import { useTick } from '@/components/clock/ClockProvider';
import { Button } from '@/components/design/Button';
import { Separated, Separator } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
import { isAboutToBeLate, isOver, quietOrder } from '@/components/waiting/waitingOrder';
import { waitLevel } from '@/components/waiting/waitLevel';
import type { LiveView, Waiting } from '@/lib/domain/live';
import type { PopupProps } from './popupProps';

/** How many wait, who longest, and the way there; below it the open conversation's own turn. */
export function WaitingBlock({
  view,
  currentId,
  onReply,
  onDetails,
}: Pick<PopupProps, 'currentId' | 'onReply' | 'onDetails'> & { view: LiveView }) {
  const t = useT();
  const longest = quietOrder(view.waiting)[0];
  const current = view.waiting.find((wait) => wait.conversationId === currentId);
  return (
    <section
      className={`mh-popup__waiting${longest === undefined ? ' mh-popup__waiting--nobody' : ''}`}
      aria-label={t('popup:waiting')}
    >
      <span className="mh-popup__waiting-label">{t('popup:waiting')}</span>
      <button
        type="button"
        className="mh-popup__waiting-count"
        aria-label={`${t('popup:details', { figure: t('popup:waiting') })}: ${view.waiting.length}`}
        onClick={() => onDetails({ figure: 'pending' })}
      >
        {view.waiting.length}
      </button>
      {longest === undefined ? (
        <span className="mh-popup__longest mh-muted">{t('overlay:nobody')}</span>
      ) : (
        <Longest wait={longest} firstTargetMs={view.targets.firstResponseMs.good} onReply={onReply} />
      )}
      {current === undefined ? (
        longest === undefined ? null : (
          <Urgent waiting={view.waiting} />
        )
      ) : (
        <p className="mh-popup__current">
          {t('popup:current')} <Clock startedAt={current.startedAt} atLeast={current.atLeast} />
          <Separator />
          {current.first ? t('overlay:firstTurn') : t('overlay:turnNumber', { number: current.turnNumber })}
        </p>
      )}
    </section>
  );
}

/** How many are late and how many soon will be, where no open conversation needs the line. */
function Urgent({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT();
  const over = useTick((now) => waiting.filter((wait) => isOver(wait, now)).length);
  const soon = useTick((now) => waiting.filter((wait) => isAboutToBeLate(wait, now)).length);
  const parts = [
    ...(over > 0 ? [t('overlay:overCount', { number: over })] : []),
    ...(soon > 0 ? [t('overlay:soonCount', { number: soon })] : []),
  ];
  return (
    <p className="mh-popup__current">
      <Separated parts={parts.length === 0 ? [t('popup:nothingUrgent')] : parts} />
    </p>
  );
}

/** The longest wait, in the colour of its level, and 去回复. */
function Longest(props: { wait: Waiting; firstTargetMs: number; onReply: (wait: Waiting) => void }) {
  const { wait, firstTargetMs, onReply } = props;
  const t = useT();
  const level = useTick((now) => waitLevel(wait, now, firstTargetMs));
  return (
    <>
      <span className="mh-popup__longest mh-ellipsis">
        {t('popup:longestWaiting')}{' '}
        <span className={`mh-pill__clock mh-pill__clock--${level}`}>
          {level === 'over' ? `${t('overlay:over')} ` : null}
          <Clock startedAt={wait.startedAt} atLeast={wait.atLeast} />
        </span>{' '}
        {wait.name}
      </span>
      <Button kind="primary" onClick={() => onReply(wait)} aria-label={t('overlay:jump', { name: wait.name })}>
        {t('popup:reply')}
      </Button>
    </>
  );
}
