import { Icon } from '@/components/design/Icon';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import type { OpenedLine } from '@/lib/domain/openedMessage';
import { timeToSecond } from '../timeOfDay';
import type { Correcting } from './correcting';
import { ResponseCell } from './ResponseCell';
import { SplitBar } from './SplitBar';
import { TurnDetail } from './TurnDetail';
import type { TurnMark } from './turnItems';
import { isCounted, type TurnRow } from './turnRow';
import { TURN_COLUMNS } from './turnSort';

interface TurnTableRowProps {
  /** Lets the list know the row's height, which grows when it opens. */
  measure: (element: HTMLElement | null) => void;
  row: TurnRow;
  marks: readonly TurnMark[];
  index: number;
  /** px from the top of the list. */
  top: number;
  tabStop: boolean;
  open: boolean;
  messages: readonly OpenedLine[] | null;
  correcting: Correcting;
  timeZone: string;
  limitMs: number;
  onToggle: () => void;
  /** null = the list is of one figure, which is not filtered further. */
  onOnlyConversation: ((conversationId: string) => void) | null;
}

/** One turn; its first cell is the button that opens it. */
export function TurnTableRow(props: TurnTableRowProps) {
  const { row, index, open, timeZone } = props;
  const { turn } = row;
  const t = useT();
  const name = maskName(row.customerName);
  const time = timeToSecond(turn.startedAt, timeZone);
  const words = { name, time };
  return (
    <tr
      ref={props.measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={`mh-turns__row mh-turns__row--turn${open ? ' mh-turns__row--open' : ''}${isCounted(row) ? '' : ' mh-turns__row--out'}`}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <td className="mh-turns__cell mh-turns__cell--time">
        <button
          type="button"
          className="mh-turns__open"
          data-turn={index}
          tabIndex={props.tabStop ? 0 : -1}
          aria-expanded={open}
          aria-label={open ? t('dashboard:today.close', words) : t('dashboard:today.open', words)}
          onClick={props.onToggle}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={12} />
          {time}
        </button>
      </td>
      <td className="mh-turns__cell mh-turns__cell--customer">
        <span className="mh-ellipsis">{name}</span>
        {turn.first ? (
          <Tag text={t('dashboard:mark.first')} title={t('dashboard:fact.sessionFirst', { time })} />
        ) : null}
      </td>
      <td className="mh-turns__cell mh-turns__cell--shop">
        <span className="mh-ellipsis" title={`${row.workbenchName} ${row.shop ?? ''}`}>
          {row.shop ?? row.workbenchName}
        </span>
      </td>
      <td className="mh-turns__cell mh-turns__cell--messages">
        {turn.incoming} / {turn.outgoing}
      </td>
      <td className="mh-turns__cell mh-turns__cell--response">
        <ResponseCell row={row} limitMs={props.limitMs} />
      </td>
      <td className="mh-turns__cell mh-turns__cell--split">
        {row.split === null ? <span className="mh-muted">{t('format:unknown')}</span> : <SplitBar split={row.split} />}
      </td>
      <td className="mh-turns__cell mh-turns__cell--person">
        <span className="mh-ellipsis">{turn.person ?? t('common:noPerson')}</span>
      </td>
      <td className="mh-turns__cell mh-turns__cell--state">
        <span className={`mh-state mh-state--${turn.state}`}>{t(`dashboard:turnState.${turn.state}`)}</span>
        {turn.uncertain ? <Tag text="≈" title={t('dashboard:leftOut.uncertain')} /> : null}
        {row.review ? <Tag text={t('dashboard:mark.review')} title={t('dashboard:figures.message.review')} /> : null}
        {props.marks.map((mark) => (
          <Tag key={mark.text} {...mark} />
        ))}
      </td>
      {open ? (
        <td className="mh-turns__detail" colSpan={TURN_COLUMNS.length}>
          <TurnDetail
            row={row}
            messages={props.messages}
            correcting={props.correcting}
            timeZone={timeZone}
            onOnlyConversation={props.onOnlyConversation}
          />
        </td>
      ) : null}
    </tr>
  );
}
