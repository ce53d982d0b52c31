import { useT } from '@/components/i18n/TranslatorContext';
import { formatWait } from '@/lib/metrics/format/clock';
import { useTick } from './ClockProvider';

/** A wait that ticks: one text node, changed once a second. */
export function Clock({ startedAt, atLeast = false }: { startedAt: number; atLeast?: boolean }) {
  const t = useT();
  return <span className="mh-clock">{useTick((now) => formatWait({ startedAt, atLeast }, now, t))}</span>;
}

/** The time that is left before a limit, `0:38`, down to `0:00`. */
export function Countdown({ endsAt }: { endsAt: number }) {
  const t = useT();
  return (
    <span className="mh-clock">{useTick((now) => formatWait({ startedAt: now, atLeast: false }, endsAt, t))}</span>
  );
}
