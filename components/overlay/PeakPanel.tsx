import { Icon } from '@/components/design/Icon';
import { Separated } from '@/components/design/Separated';
import { DutyLine } from '@/components/duty/DutyLine';
import { useT } from '@/components/i18n/TranslatorContext';
import { SuggestionList } from '@/components/suggestions/SuggestionList';
import { WaitingList } from '@/components/waiting/WaitingList';
import { peakOrder } from '@/components/waiting/waitingOrder';
import type { Waiting } from '@/lib/domain/live';
import { formatDuration } from '@/lib/metrics/format/duration';
import { formatMissBudget } from '@/lib/metrics/format/gap';
import type { OverlayProps } from './overlayProps';
import { PeakHead } from './PeakHead';
import { peakRows } from './panelRows';
import { StatusNotice } from './StatusNotice';

/** The panel of a peak: who can still be saved, how many misses are left, what to say. Nothing else. */
export function PeakPanel({ waiting, now, ...props }: OverlayProps & { waiting: readonly Waiting[]; now: number }) {
  const { view, current } = props;
  const t = useT();
  const order = peakOrder(waiting, now, props.peakSort);
  const suggestions = current === null ? [] : props.suggestions;
  const rows = peakRows({
    over: order.over.length > 0,
    suggestions: suggestions.length > 0,
    notice: props.status.state !== 'recording',
    duty: !view.duty.on,
  });
  const { missBudget, figures } = view.today;
  const average = t('overlay:average', { value: formatDuration(figures.averageResponseMs, t, 'compact') });
  return (
    <>
      <PeakHead {...props} waiting={waiting} now={now} />
      <DutyLine {...props} view={{ ...view, askPerson: false }} handing={false} onHanded={() => undefined} />
      <StatusNotice {...props} />
      <WaitingList
        label={t('overlay:waiting')}
        wanted={order.rows}
        waiting={waiting}
        now={now}
        rows={rows}
        variant="peak"
        firstTargetMs={view.targets.firstResponseMs.good}
        currentId={current?.conversationId ?? null}
        onJump={props.onJump}
      />
      {order.over.length === 0 ? null : (
        <button type="button" className="mh-over-line" onClick={props.onMore}>
          {t('overlay:overLine', { number: order.over.length })}
          <Icon name="chevronRight" size={12} />
        </button>
      )}
      <p className="mh-peak-line">
        <Separated parts={missBudget === null ? [average] : [formatMissBudget(missBudget, t), average]} />
      </p>
      <SuggestionList suggestions={suggestions} shape="strip" onInsert={props.onInsert} />
    </>
  );
}
