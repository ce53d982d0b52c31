import { useEffect, useRef } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import { isMessage, type OpenedLine } from '@/lib/domain/openedMessage';
import { formatDuration } from '@/lib/metrics/format/duration';
import { timeToSecond } from '../timeOfDay';
import type { Correcting } from './correcting';
import { TurnMessage } from './TurnMessage';
import { isCounted, type TurnRow } from './turnRow';

/** Of what comes before a message in review, so much stays in sight. */
const ABOVE_PX = 90;

interface TurnDetailProps {
  row: TurnRow;
  /** null while they are being read. */
  messages: readonly OpenedLine[] | null;
  correcting: Correcting;
  timeZone: string;
  /** null = the list is of one figure, which is not filtered further. */
  onOnlyConversation: ((conversationId: string) => void) | null;
}

/** The facts of a turn: when its clock ran, where the time went, and what it is left out of, each with its reason. */
function Facts({ row, timeZone }: { row: TurnRow; timeZone: string }) {
  const t = useT();
  const { turn, split } = row;
  const time = (at: number | null) => (at === null ? t('format:unknown') : timeToSecond(at, timeZone));
  const session = { time: timeToSecond(turn.sessionStartedAt, timeZone) };
  const facts: [string, string][] = [
    [t('dashboard:fact.startedAt'), time(turn.startedAt)],
    [t('dashboard:fact.clockAt'), time(turn.clockAt)],
    turn.repliedAt === null && turn.endedAt !== null
      ? [t('dashboard:fact.endedAt'), time(turn.endedAt)]
      : [t('dashboard:fact.repliedAt'), time(turn.repliedAt)],
    ...(turn.endedBy === null || turn.endedBy === 'reply'
      ? []
      : ([[t('dashboard:fact.endedBy'), t(`dashboard:figures.endedBy.${turn.endedBy}`)]] satisfies [string, string][])),
    [t('dashboard:fact.response'), formatDuration(row.latencyMs, t)],
    ...(split === null
      ? []
      : ([
          [t('dashboard:fact.notice'), formatDuration(split.noticeMs, t)],
          [t('dashboard:fact.think'), formatDuration(split.thinkMs, t)],
          [t('dashboard:fact.type'), formatDuration(split.typeMs, t)],
        ] satisfies [string, string][])),
    ...(turn.pressure === null
      ? []
      : ([[t('dashboard:fact.waitingAtStart'), t('format:people', { count: turn.pressure })]] satisfies [
          string,
          string,
        ][])),
    [
      t('dashboard:fact.session'),
      turn.first ? t('dashboard:fact.sessionFirst', session) : t('dashboard:fact.sessionLater', session),
    ],
  ];
  const whole = isCounted(row) && row.leftOut.length === 0;
  return (
    <div className="mh-facts">
      <dl className="mh-facts__list" aria-label={t('dashboard:today.times')}>
        {facts.map(([name, value]) => (
          <div key={name} className="mh-facts__pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {split === null && turn.state === 'answered' ? (
        <p className="mh-facts__note">{t('dashboard:fact.splitUnknown')}</p>
      ) : null}
      <h3 className="mh-facts__title">{whole ? t('dashboard:fact.counted') : t('dashboard:fact.leftOut')}</h3>
      {whole ? null : (
        <ul className="mh-facts__reasons">
          {row.leftOut.map((reason) => (
            <li key={reason}>{t(`dashboard:leftOut.${reason}`)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** An opened turn: its messages beside its times. */
export function TurnDetail({ row, messages, correcting, timeZone, onOnlyConversation }: TurnDetailProps) {
  const t = useT();
  const name = maskName(row.customerName);
  const time = timeToSecond(row.turn.startedAt, timeZone);
  const list = useRef<HTMLOListElement>(null);
  const isRead = messages !== null;
  // What is asked of the agent is in sight; nothing else moves, and only once.
  useEffect(() => {
    const asked = isRead ? list.current?.querySelector<HTMLElement>('.mh-message--review') : null;
    if (asked == null || list.current === null) return;
    list.current.scrollTop = asked.offsetTop - list.current.offsetTop - ABOVE_PX;
  }, [isRead]);
  return (
    <section className="mh-detail" aria-label={t('dashboard:today.detail', { name, time })}>
      <div>
        <Facts row={row} timeZone={timeZone} />
        {onOnlyConversation === null ? null : (
          <Button small onClick={() => onOnlyConversation(row.turn.conversationId)}>
            {t('dashboard:today.onlyThis')}
          </Button>
        )}
      </div>
      <div className="mh-detail__messages">
        {messages === null ? (
          <p className="mh-muted">{t('dashboard:today.loading')}</p>
        ) : (
          <ol ref={list} className="mh-messages" aria-label={t('dashboard:today.messages')}>
            {messages.map((line) =>
              isMessage(line) ? (
                <TurnMessage key={line.key} message={line} timeZone={timeZone} correcting={correcting} />
              ) : (
                <li key={line.key} className="mh-message__event">
                  {t(`dashboard:figures.event.${line.event}`)} <time>{timeToSecond(line.at, timeZone)}</time>
                </li>
              ),
            )}
          </ol>
        )}
      </div>
    </section>
  );
}
