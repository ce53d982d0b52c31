import { Clock } from '@/components/clock/Clock';
import { useTick } from '@/components/clock/ClockProvider';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { quietOrder } from '@/components/waiting/waitingOrder';
import { waitLevel } from '@/components/waiting/waitLevel';
import type { Waiting } from '@/lib/domain/live';
import type { OverlayProps } from './overlayProps';
import { useDrag } from './useDrag';

/** The longest wait that counts: one that needs an answer, if there is one. */
function longest(waiting: readonly Waiting[]): Waiting | null {
  return quietOrder(waiting)[0] ?? null;
}

/** The overlay folded: state, number waiting and the longest wait; red when nothing is recorded. */
export function Pill(props: Pick<OverlayProps, 'view' | 'status' | 'onToggle' | 'onDrag'>) {
  const { view, status, onToggle, onDrag } = props;
  const t = useT();
  const drag = useDrag(onDrag);
  const first = longest(view.waiting);
  const firstTarget = view.targets.firstResponseMs.good;
  const level = useTick((now) => (first === null ? 'grey' : waitLevel(first, now, firstTarget)));
  const recording = status.state === 'recording';
  const state = !recording ? t(`common:state.${status.state}`) : view.duty.on ? null : t('common:duty.off');
  return (
    <button
      {...drag.handlers}
      type="button"
      className={`mh-pill mh-pill--${status.state}`}
      aria-expanded="false"
      title={t('overlay:pillName')}
      onClick={() => {
        if (!drag.wasDragged()) onToggle();
      }}
    >
      <StatusDot state={status.state} />
      {state === null ? null : <span className="mh-pill__state">{state}</span>}
      {state === null || (view.waiting.length === 0 && !recording) ? null : (
        <span className="mh-pill__separator">·</span>
      )}
      {recording || view.waiting.length > 0 ? (
        <span className="mh-pill__count mh-ellipsis">{t('overlay:pill', { count: view.waiting.length })}</span>
      ) : null}
      {first === null || state !== null ? null : (
        <>
          <span className="mh-pill__separator">·</span>
          <span className={`mh-pill__clock mh-pill__clock--${level}`}>
            <Clock startedAt={first.startedAt} atLeast={first.atLeast} />
          </span>
        </>
      )}
    </button>
  );
}
