import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import { TurnTableHead } from './TurnTableHead';
import { TurnTableRow } from './TurnTableRow';
import type { TurnMessage } from './turnMessage';
import type { TurnRow } from './turnRow';
import type { TurnSort } from './turnSort';

interface TurnTableProps {
  rows: readonly TurnRow[];
  sort: TurnSort;
  onSort: (sort: TurnSort) => void;
  openKey: string | null;
  /** Of the open row; null while they are being read. */
  messages: readonly TurnMessage[] | null;
  onOpen: (key: string | null) => void;
  onOnlyConversation: (conversationId: string) => void;
  timeZone: string;
  /** The platform's limit, ms: full length of the response bar. */
  limitMs: number;
}

const ROW_HEIGHT = 36;
/** How the keys move from row to row. */
const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Turns, one a row, thousands of them: only those in sight exist. One row is a tab stop; arrows move from row to row. */
export function TurnTable(props: TurnTableProps) {
  const { rows, openKey } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  const items = virtual.getVirtualItems();
  // The row last used may be scrolled away, or filtered out: then the first one that exists is the tab stop.
  const current = items.some(({ index }) => index === active) ? active : (items[0]?.index ?? 0);

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.turn === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, current + step));
    setActive(next);
    virtual.scrollToIndex(next);
    // The row may exist only after the scroll has been drawn.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-turn="${next}"]`)?.focus({ preventScroll: true });
    });
  };

  return (
    <div className="mh-turns" ref={scroller}>
      <table className="mh-turns__table" aria-label={t('dashboard:today.table')} aria-rowcount={rows.length + 1}>
        <TurnTableHead sort={props.sort} onSort={props.onSort} />
        <tbody className="mh-turns__body" style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const open = row.key === openKey;
            return (
              <TurnTableRow
                key={row.key}
                measure={virtual.measureElement}
                row={row}
                index={item.index}
                top={item.start}
                tabStop={item.index === current}
                open={open}
                messages={open ? props.messages : null}
                timeZone={props.timeZone}
                limitMs={props.limitMs}
                onToggle={() => {
                  setActive(item.index);
                  props.onOpen(open ? null : row.key);
                }}
                onOnlyConversation={props.onOnlyConversation}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
