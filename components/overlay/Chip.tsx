import { Clock } from '@/components/clock/Clock';
import { useTick } from '@/components/clock/ClockProvider';
import { useT } from '@/components/i18n/TranslatorContext';
import { waitLevel } from '@/components/waiting/waitLevel';
import type { Waiting } from '@/lib/domain/live';
import type { Place } from './overlayProps';

interface ChipProps {
  wait: Waiting;
  /** Where it stands, CSS px of its window; null = laid out by whoever mounted it. */
  place: Place | null;
  /** The first-response target, ms. */
  firstTargetMs: number;
}

/** The clock at a waiting item of the workbench's own list. It takes no pointer: the item below it stays the page's. */
export function Chip({ wait, place, firstTargetMs }: ChipProps) {
  const t = useT();
  const level = useTick((now) => waitLevel(wait, now, firstTargetMs));
  return (
    <span
      className={`mh mh-chip mh-chip--${level}`}
      role="timer"
      aria-label={t('overlay:chip', { name: wait.name })}
      style={place === null ? undefined : { position: 'fixed', left: place.left, top: place.top }}
    >
      {level === 'over' ? `${t('overlay:over')} ` : null}
      <Clock startedAt={wait.startedAt} atLeast={wait.atLeast} />
    </span>
  );
}
