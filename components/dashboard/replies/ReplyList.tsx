import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { replyTitle } from './replyDraft';

interface ReplyListProps {
  replies: readonly QuickReply[];
  chosenId: string | null;
  onChoose: (reply: QuickReply) => void;
}

const ROW_HEIGHT = 52;

/** Quick replies, thousands of them; each opens in the editor. */
export function ReplyList({ replies, chosenId, onChoose }: ReplyListProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
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
            <li key={reply.id} className="mh-replies__item" style={{ transform: `translateY(${item.start}px)` }}>
              <button
                type="button"
                className="mh-reply"
                aria-label={t('dashboard:replies.edit', { title: replyTitle(reply) })}
                aria-current={reply.id === chosenId}
                onClick={() => onChoose(reply)}
              >
                <span className="mh-reply__code">{reply.code}</span>
                <span className="mh-reply__body">
                  <span className="mh-reply__title mh-ellipsis">{replyTitle(reply)}</span>
                  <span className="mh-reply__text mh-ellipsis">{reply.text}</span>
                </span>
                <span className="mh-reply__uses">
                  {reply.uses === 0
                    ? t('dashboard:replies.neverUsed')
                    : t('dashboard:replies.uses', { count: reply.uses })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
