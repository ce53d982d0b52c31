import { Button } from '@/components/design/Button';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import { formatDuration } from '@/lib/metrics/format/duration';
import { timeToSecond } from '../timeOfDay';
import type { TurnMessage } from './turnMessage';
import { isCounted, type TurnRow } from './turnRow';

interface TurnDetailProps {
  row: TurnRow;
  /** null while they are being read. */
  messages: readonly TurnMessage[] | null;
  timeZone: string;
  onOnlyConversation: (conversationId: string) => void;
}

const MARKS = ['closing', 'perfunctory', 'recalled', 'uncertain'] as const;

function Message({ message, timeZone }: { message: TurnMessage; timeZone: string }) {
  const t = useT();
  const side = message.author === 'customer' ? 'in' : 'out';
  return (
    <li className={`mh-message mh-message--${side}`}>
      <span className="mh-message__meta">
        {t(`dashboard:author.${message.author}`)} <time>{timeToSecond(message.at, timeZone)}</time>
        {MARKS.filter((mark) => message[mark]).map((mark) => (
          <Tag key={mark} text={t(`dashboard:mark.${mark}`)} />
        ))}
      </span>
      <span className={`mh-message__bubble${message.text === null ? ' mh-muted' : ''}`}>
        {message.text ?? t('dashboard:today.noText')}
      </span>
    </li>
  );
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
export function TurnDetail({ row, messages, timeZone, onOnlyConversation }: TurnDetailProps) {
  const t = useT();
  const name = maskName(row.customerName);
  const time = timeToSecond(row.turn.startedAt, timeZone);
  return (
    <section className="mh-detail" aria-label={t('dashboard:today.detail', { name, time })}>
      <div>
        <Facts row={row} timeZone={timeZone} />
        <Button small onClick={() => onOnlyConversation(row.turn.conversationId)}>
          {t('dashboard:today.onlyThis')}
        </Button>
      </div>
      <div className="mh-detail__messages">
        {messages === null ? (
          <p className="mh-muted">{t('dashboard:today.loading')}</p>
        ) : (
          <ol className="mh-messages" aria-label={t('dashboard:today.messages')}>
            {messages.map((message) => (
              <Message key={message.key} message={message} timeZone={timeZone} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
