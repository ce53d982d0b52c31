import { Icon } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import { formatDuration } from '@/lib/metrics/format/duration';
import { timeToSecond } from '../timeOfDay';
import { TurnDetail } from '../today/TurnDetail';
import type { ExplainingShown, FigureRowShown, OpenTurn } from './comparisonRows';
import { figureWords } from './figureWords';

interface ExplainingListProps {
  row: FigureRowShown;
  turns: readonly ExplainingShown[];
  openTurn: OpenTurn;
  timeZone: string;
}

/** The turns of which a single one, seen the other way round, brings ours closer to theirs; each opens its messages. */
export function ExplainingList({ row, turns, openTurn, timeZone }: ExplainingListProps) {
  const t = useT();
  if (turns.length === 0) return <p className="mh-muted">{t('dashboard:calibration.nothingExplains')}</p>;
  const { figure } = row;
  const theirs = figureWords(figure, row.theirs, t);
  return (
    <>
      <p className="mh-muted">{t('dashboard:calibration.explaining', { theirs })}</p>
      <ul className="mh-explaining" aria-label={t('dashboard:calibration.explain')}>
        {turns.map(({ row: own, reason, doubts, value }) => {
          const { turn } = own;
          const latency = turn.repliedAt === null ? null : turn.repliedAt - turn.clockAt;
          const result = figureWords(figure, value, t);
          const why = [
            ...(reason === null ? [] : [t(`dashboard:calibration.leftOut.${reason}`)]),
            ...doubts.filter((doubt) => doubt !== reason).map((doubt) => t(`dashboard:calibration.doubt.${doubt}`)),
          ];
          const isOpen = openTurn.key === own.key;
          const name = maskName(own.customerName);
          const time = timeToSecond(turn.startedAt, timeZone);
          return (
            <li key={own.key}>
              <div className="mh-explaining__item">
                <button
                  type="button"
                  className="mh-turns__open"
                  aria-expanded={isOpen}
                  aria-label={t(isOpen ? 'dashboard:today.close' : 'dashboard:today.open', { name, time })}
                  onClick={() => openTurn.onOpen(isOpen ? null : own.key)}
                >
                  <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
                  <time>{time}</time>
                </button>
                <span className="mh-explaining__name">{name}</span>
                <span className="mh-explaining__latency">{formatDuration(latency, t)}</span>
                <span className="mh-explaining__why">
                  {reason === null
                    ? t('dashboard:calibration.counted', { value: result })
                    : t('dashboard:calibration.leftOutWould', { value: result })}
                  {why.length === 0 ? null : <span className="mh-muted"> · {why.join(' · ')}</span>}
                </span>
              </div>
              {isOpen ? (
                <TurnDetail
                  row={own}
                  messages={openTurn.messages}
                  correcting={openTurn.correcting}
                  timeZone={timeZone}
                  onOnlyConversation={null}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
