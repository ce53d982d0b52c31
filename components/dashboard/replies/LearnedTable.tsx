import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';

/** One question and a reply that met it, or was passed over for it. */
export interface LearnedRow {
  question: string;
  replyId: string;
  /** Title of the reply; null = it is no longer in the library. */
  title: string | null;
  /** Times answered with it, and of those typed by hand. */
  times: number;
  typed: number;
  /** Of those whose outcome is known: how many, and how many went well (no follow-up question, or an order). */
  known: number;
  well: number;
  orders: number;
  /** Times it was suggested for this question and something else was sent. */
  ignored: number;
  /** When last, ready to be shown. */
  last: string;
}

const ROW_HEIGHT = 44;

/** Questions and replies, thousands of them, each of which can be forgotten. */
export function LearnedTable({
  rows,
  onForget,
}: {
  rows: readonly LearnedRow[];
  onForget: (row: { question: string; replyId: string }) => void;
}) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div className="mh-learned">
      <div className="mh-learned__row mh-learned__row--head" aria-hidden="true">
        <span>{t('dashboard:replies.learned.question')}</span>
        <span>{t('dashboard:replies.learned.reply')}</span>
        <span className="mh-learned__number">{t('dashboard:replies.learned.times')}</span>
        <span className="mh-learned__number">{t('dashboard:replies.learned.well')}</span>
        <span className="mh-learned__number">{t('dashboard:replies.learned.orders')}</span>
        <span className="mh-learned__number">{t('dashboard:replies.learned.ignored')}</span>
        <span className="mh-learned__number">{t('dashboard:replies.learned.last')}</span>
        <span />
      </div>
      <div className="mh-learned__scroller" ref={scroller}>
        <ul
          className="mh-replies__list"
          aria-label={t('dashboard:replies.learned.title')}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const question = row.question.replaceAll('\n', ' / ');
            const title = row.title ?? t('dashboard:replies.learned.gone');
            return (
              <li
                key={`${row.replyId}\n${row.question}`}
                className="mh-replies__item mh-learned__row"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <span className="mh-ellipsis" title={question}>
                  {question}
                </span>
                <span className={row.title === null ? 'mh-muted mh-ellipsis' : 'mh-ellipsis'} title={title}>
                  {title}
                </span>
                <span className="mh-learned__number" title={t('dashboard:replies.learned.typed', { count: row.typed })}>
                  {row.times}
                </span>
                <span className="mh-learned__number" title={t('dashboard:replies.learned.wellHint')}>
                  {row.known === 0 ? '–' : `${row.well}/${row.known}`}
                </span>
                <span className="mh-learned__number">{row.orders}</span>
                <span className="mh-learned__number">{row.ignored}</span>
                <span className="mh-learned__number mh-muted">{row.last}</span>
                <IconButton
                  icon="trash"
                  label={t('dashboard:replies.learned.forget', { question, title })}
                  title={t('dashboard:replies.learned.forgetOne')}
                  onClick={() => onForget({ question: row.question, replyId: row.replyId })}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
