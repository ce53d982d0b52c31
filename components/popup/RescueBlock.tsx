import { useT } from '@/components/i18n/TranslatorContext';
import { listedWaiting } from '@/components/waiting/shops';
import { WaitingList } from '@/components/waiting/WaitingList';
import { isAboutToBeLate, isOver, peakOrder } from '@/components/waiting/waitingOrder';
import type { LiveView } from '@/lib/domain/live';
import type { PopupProps } from './popupProps';

/** How many customers the peak's popup lists. */
const rescueRows = 5;

/** In a peak, instead of the one longest wait: the five who can still be saved. */
export function RescueBlock(
  props: Pick<PopupProps, 'currentId' | 'onReply' | 'onDetails' | 'peakSort'> & { view: LiveView; now: number },
) {
  const { view, now } = props;
  const t = useT();
  const waiting = listedWaiting(view);
  const over = waiting.filter((wait) => isOver(wait, now)).length;
  const soon = waiting.filter((wait) => isAboutToBeLate(wait, now)).length;
  const order = peakOrder(waiting, now, props.peakSort);
  // Who is late and who soon will be are among those who wait: all three open the turns without an answer.
  const counts = [
    {
      key: 'waiting',
      className: '',
      words: `${t('overlay:peakWaiting')} ${view.waiting.length}`,
      number: view.waiting.length,
    },
    {
      key: 'over',
      className: over > 0 ? 'mh-head__over' : 'mh-muted',
      words: t('overlay:overCount', { number: over }),
      number: null,
    },
    {
      key: 'soon',
      className: soon > 0 ? 'mh-head__soon' : 'mh-muted',
      words: t('overlay:soonCount', { number: soon }),
      number: null,
    },
  ];
  return (
    <section className="mh-popup__rescue" aria-label={t('popup:waiting')}>
      <div className="mh-popup__rescue-head">
        {counts.map(({ key, className, words, number }) => (
          <button
            key={key}
            type="button"
            className={`mh-popup__rescue-count ${className}`}
            aria-label={t('popup:details', { figure: words })}
            onClick={() => props.onDetails({ figure: 'pending' })}
          >
            {number === null ? (
              words
            ) : (
              <>
                {t('overlay:peakWaiting')} <b>{number}</b>
              </>
            )}
          </button>
        ))}
      </div>
      <WaitingList
        label={t('popup:waiting')}
        // When all are over there is nobody left to save: then who waits longest comes first.
        wanted={order.rows.length > 0 ? order.rows : order.over}
        waiting={waiting}
        now={now}
        rows={rescueRows}
        variant="peak"
        firstTargetMs={view.targets.firstResponseMs.good}
        currentId={props.currentId}
        onJump={props.onReply}
      />
    </section>
  );
}
