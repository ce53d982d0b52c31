import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { OpenedLine } from '@/lib/domain/openedMessage';
import type { Correcting } from './correcting';
import { TurnTableHead } from './TurnTableHead';
import { TurnTableHeading } from './TurnTableHeading';
import { TurnTableRow } from './TurnTableRow';
import type { TurnItem } from './turnItems';
import type { TurnSort } from './turnSort';

interface TurnTableProps {
  items: readonly TurnItem[];
  /** null = as the items stand. */
  sort: TurnSort | null;
  onSort: (sort: TurnSort) => void;
  openKey: string | null;
  /** Of the open row; null while they are being read. */
  messages: readonly OpenedLine[] | null;
  correcting: Correcting;
  onOpen: (key: string | null) => void;
  /** null = the list is of one figure, which is not filtered further. */
  onOnlyConversation: ((conversationId: string) => void) | null;
  timeZone: string;
  /** The platform's limit, ms: full length of the response bar. */
  limitMs: number;
  /** Brings the item of a key into view whenever it changes; null = none. */
  show?: { key: string } | null;
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
  const { items: all, openKey, show = null } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: all.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => all[index]?.key ?? index,
    overscan: 8,
  });

  const items = virtual.getVirtualItems();
  // The row last used may be scrolled away, or filtered out: then the first one that exists is the tab stop.
  const isTurn = (index: number) => all[index]?.kind === 'turn';
  const firstTurn = items.find(({ index }) => isTurn(index))?.index ?? 0;
  const current = items.some(({ index }) => index === active) && isTurn(active) ? active : firstTurn;

  const { scrollToIndex } = virtual;
  useEffect(() => {
    const index = show === null ? -1 : all.findIndex(({ key }) => key === show.key);
    if (index >= 0) scrollToIndex(index, { align: 'start' });
  }, [show, all, scrollToIndex]);

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.turn === undefined) return;
    event.preventDefault();
    const direction = step < 0 ? -1 : 1;
    let next = Math.max(0, Math.min(all.length - 1, current + step));
    // Headings are not stopped at.
    while (all[next]?.kind === 'heading') next += next === 0 ? 1 : direction;
    if (all[next] === undefined) return;
    setActive(next);
    virtual.scrollToIndex(next);
    // The row may exist only after the scroll has been drawn.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-turn="${next}"]`)?.focus({ preventScroll: true });
    });
  };

  return (
    <div className="mh-turns" ref={scroller}>
      <table className="mh-turns__table" aria-label={t('dashboard:today.table')} aria-rowcount={all.length + 1}>
        <TurnTableHead sort={props.sort} onSort={props.onSort} />
        <tbody className="mh-turns__body" style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
          {items.map((item) => {
            const one = all[item.index];
            if (one === undefined) return null;
            if (one.kind === 'heading') {
              return <TurnTableHeading key={one.key} heading={one} index={item.index} top={item.start} />;
            }
            const { row } = one;
            const open = row.key === openKey;
            return (
              <TurnTableRow
                key={row.key}
                measure={virtual.measureElement}
                row={row}
                marks={one.marks ?? []}
                index={item.index}
                top={item.start}
                tabStop={item.index === current}
                open={open}
                messages={open ? props.messages : null}
                correcting={props.correcting}
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
