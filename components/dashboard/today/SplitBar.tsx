import { useT } from '@/components/i18n/TranslatorContext';
import { formatDuration } from '@/lib/metrics/format/duration';
import type { TurnRow } from './turnRow';

const PARTS = ['notice', 'think', 'type'] as const;

/** Where the time of a reply went: three parts as shares of the whole, and in seconds. */
export function SplitBar({ split }: { split: NonNullable<TurnRow['split']> }) {
  const t = useT();
  const times = { notice: split.noticeMs, think: split.thinkMs, type: split.typeMs };
  const words = PARTS.map((part) => `${t(`dashboard:fact.${part}`)} ${formatDuration(times[part], t)}`).join(' · ');
  return (
    <span className="mh-split" title={words}>
      <span className="mh-split__bar" aria-hidden="true">
        {PARTS.map((part) => (
          <span key={part} className={`mh-split__part mh-split__part--${part}`} style={{ flexGrow: times[part] }} />
        ))}
      </span>
      <span className="mh-split__numbers">
        {PARTS.map((part) => formatDuration(times[part], t, 'compact').replace(/(\d)(秒|s)$/, '$1')).join(' · ')}
      </span>
    </span>
  );
}
