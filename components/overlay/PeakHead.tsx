import { IconButton } from '@/components/design/Button';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { isAboutToBeLate, isOver } from '@/components/waiting/waitingOrder';
import type { Waiting } from '@/lib/domain/live';
import type { OverlayProps } from './overlayProps';
import { useDrag } from './useDrag';

/** The three numbers of a peak: waiting, late, late within a minute. */
export function PeakHead({ waiting, now, ...props }: OverlayProps & { waiting: readonly Waiting[]; now: number }) {
  const t = useT();
  const drag = useDrag(props.onDrag);
  const over = waiting.filter((wait) => isOver(wait, now)).length;
  const soon = waiting.filter((wait) => isAboutToBeLate(wait, now)).length;
  return (
    <header {...drag.handlers} className="mh-head mh-head--peak">
      <StatusDot state={props.status.state} />
      <span className="mh-head__count">
        {t('overlay:peakWaiting')} <b>{waiting.length}</b>
      </span>
      <span className={over > 0 ? 'mh-head__over' : 'mh-muted'}>{t('overlay:overCount', { number: over })}</span>
      <span className={soon > 0 ? 'mh-head__soon' : 'mh-muted'}>{t('overlay:soonCount', { number: soon })}</span>
      <span className="mh-head__tools">
        <IconButton icon="fold" label={t('common:fold')} aria-expanded="true" onClick={props.onToggle} />
      </span>
    </header>
  );
}
