import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { ReplyRow } from './ReplyRow';

interface ReplyListProps {
  replies: readonly QuickReply[];
  /** What is not valid now. */
  validity: ReadonlyMap<string, 'notYet' | 'expired'>;
  /** Typing time that a reply has spared so far, ready to be shown. */
  saved: (reply: QuickReply) => string;
  chosenId: string | null;
  /** One group is listed as a whole: its order can be changed. */
  sortable: boolean;
  onChoose: (reply: QuickReply) => void;
  onFavourite: (reply: QuickReply) => void;
  /** By one place, or to the place before another (null = to the end). */
  onMove: (move: { id: string; by: -1 | 1 } | { id: string; before: string | null }) => void;
}

const ROW_HEIGHT = 52;

/** Quick replies, thousands of them; each opens in the editor. */
export function ReplyList({ replies, chosenId, sortable, ...rest }: ReplyListProps) {
  const { validity, saved, onChoose, onFavourite, onMove } = rest;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: replies.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  return (
    <div className="mh-replies__scroller" ref={scroller}>
      <ul
        className="mh-replies__list"
        aria-label={t('dashboard:replies.list')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const reply = replies[item.index];
          if (reply === undefined) return null;
          return (
            <li
              key={reply.id}
              className="mh-replies__item"
              style={{ transform: `translateY(${item.start}px)` }}
              draggable={sortable}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', reply.text);
                setDragged(reply.id);
              }}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null && dragged !== reply.id) onMove({ id: dragged, before: reply.id });
                setDragged(null);
              }}
              onDragEnd={() => setDragged(null)}
            >
              <ReplyRow
                reply={reply}
                saved={saved(reply)}
                validity={validity.get(reply.id) ?? 'valid'}
                chosen={reply.id === chosenId}
                first={item.index === 0}
                last={item.index === replies.length - 1}
                sortable={sortable}
                onChoose={() => onChoose(reply)}
                onFavourite={() => onFavourite(reply)}
                onMove={(by) => onMove({ id: reply.id, by })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
