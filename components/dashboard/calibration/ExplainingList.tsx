import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import { formatDuration } from '@/lib/metrics/format/duration';
import { timeToSecond } from '../timeOfDay';
import type { ExplainingShown, FigureRowShown } from './comparisonRows';
import { figureWords } from './figureWords';

interface ExplainingListProps {
  row: FigureRowShown;
  turns: readonly ExplainingShown[];
  timeZone: string;
}

/** The turns of which a single one, seen the other way round, brings ours closer to theirs. */
export function ExplainingList({ row, turns, timeZone }: ExplainingListProps) {
  const t = useT();
  if (turns.length === 0) return <p className="mh-muted">{t('dashboard:calibration.nothingExplains')}</p>;
  const { figure } = row;
  const theirs = figureWords(figure, row.theirs, t);
  return (
    <>
      <p className="mh-muted">{t('dashboard:calibration.explaining', { theirs })}</p>
      <ul className="mh-explaining" aria-label={t('dashboard:calibration.explain')}>
        {turns.map(({ turn, reason, doubts, value, customerName }) => {
          const latency = turn.repliedAt === null ? null : turn.repliedAt - turn.clockAt;
          const result = figureWords(figure, value, t);
          const why = [
            ...(reason === null ? [] : [t(`dashboard:calibration.leftOut.${reason}`)]),
            ...doubts.filter((doubt) => doubt !== reason).map((doubt) => t(`dashboard:calibration.doubt.${doubt}`)),
          ];
          return (
            <li key={`${turn.conversationId}#${turn.index}`} className="mh-explaining__item">
              <time>{timeToSecond(turn.startedAt, timeZone)}</time>
              <span className="mh-explaining__name">{maskName(customerName)}</span>
              <span className="mh-explaining__latency">{formatDuration(latency, t)}</span>
              <span className="mh-explaining__why">
                {reason === null
                  ? t('dashboard:calibration.counted', { value: result })
                  : t('dashboard:calibration.leftOutWould', { value: result })}
                {why.length === 0 ? null : <span className="mh-muted"> · {why.join(' · ')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
