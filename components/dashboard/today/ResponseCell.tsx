import { useT } from '@/components/i18n/TranslatorContext';
import { formatDuration } from '@/lib/metrics/format/duration';
import type { TurnRow } from './turnRow';

/** Up to a third of the limit grey, to two thirds amber, then red: the colours of a wait. */
function levelOf(ms: number, limitMs: number): string {
  if (ms > limitMs) return 'over';
  if (ms * 3 > limitMs * 2) return 'missed';
  return ms * 3 > limitMs ? 'near' : 'grey';
}

/** A turn's latency with a bar against the platform's limit; `–` with the reason when it has none. */
export function ResponseCell({ row, limitMs }: { row: TurnRow; limitMs: number }) {
  const t = useT();
  if (row.latencyMs === null) {
    const reason = row.leftOut.find((each) => each !== 'notFirst');
    return (
      <span
        className="mh-response__value mh-muted"
        title={reason === undefined ? undefined : t(`dashboard:leftOut.${reason}`)}
      >
        {t('format:unknown')}
      </span>
    );
  }
  const share = Math.min(1, row.latencyMs / limitMs);
  return (
    <span className="mh-response">
      <span className="mh-response__value">{formatDuration(row.latencyMs, t)}</span>
      <span className="mh-response__track" aria-hidden="true">
        <span
          className={`mh-response__bar mh-response__bar--${levelOf(row.latencyMs, limitMs)}`}
          style={{ width: `${Math.max(2, share * 100)}%` }}
        />
      </span>
    </span>
  );
}
