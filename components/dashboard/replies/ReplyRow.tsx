import { IconButton } from '@/components/design/Button';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { BUBBLE_LINES_MAX, bubbleLines } from './bubbleLines';
import { replyTitle } from './replyDraft';

interface ReplyRowProps {
  reply: QuickReply;
  /** Typing time that it has spared so far, ready to be shown. */
  saved: string;
  validity: 'notYet' | 'valid' | 'expired';
  chosen: boolean;
  first: boolean;
  last: boolean;
  sortable: boolean;
  onChoose: () => void;
  onFavourite: () => void;
  onMove: (by: -1 | 1) => void;
}

/** One quick reply of the list: what it is, and what is special about it. Alt+↑/↓ moves it. */
export function ReplyRow({
  reply,
  saved,
  validity,
  chosen,
  first,
  last,
  sortable,
  onChoose,
  onFavourite,
  onMove,
}: ReplyRowProps) {
  const t = useT();
  const title = replyTitle(reply);
  const lines = bubbleLines(reply.text);
  const { variants = [], shops = [], attachments = [], favourite = false } = reply;
  return (
    <div
      className={`mh-reply${validity === 'expired' ? ' mh-reply--expired' : ''}${sortable ? ' mh-reply--sortable' : ''}`}
      aria-current={chosen}
    >
      <button
        type="button"
        className="mh-reply__open"
        aria-label={t('dashboard:replies.edit', { title })}
        aria-current={chosen}
        onClick={onChoose}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
          if (!sortable || !event.altKey || by === null) return;
          event.preventDefault();
          onMove(by);
        }}
      >
        <span className="mh-reply__code">{reply.code}</span>
        <span className="mh-reply__body">
          <span className="mh-reply__head">
            <span className="mh-reply__title mh-ellipsis">{title}</span>
            {validity === 'valid' ? null : (
              <Tag
                text={t(`dashboard:replies.${validity}`)}
                title={t(`dashboard:replies.${validity}Hint`)}
                tone={validity === 'notYet' ? 'accent' : 'plain'}
              />
            )}
            {variants.length === 0 ? null : (
              <Tag text={t('dashboard:replies.variantCount', { count: variants.length + 1 })} />
            )}
            {attachments.length === 0 ? null : (
              <Tag text={t('dashboard:replies.attachmentCount', { count: attachments.length })} />
            )}
            {shops.length === 0 ? null : (
              <Tag
                text={shops.length === 1 ? (shops[0] ?? '') : t('dashboard:replies.shopCount', { count: shops.length })}
                title={shops.join(', ')}
              />
            )}
            {lines > BUBBLE_LINES_MAX ? (
              <Tag
                text={t('dashboard:replies.lines', { count: lines })}
                title={t('dashboard:replies.tooLong', { count: lines })}
              />
            ) : null}
          </span>
          <span className="mh-reply__text mh-ellipsis">{reply.text}</span>
        </span>
        <span className="mh-reply__uses" title={t('dashboard:replies.savedHint')}>
          <span>
            {reply.uses === 0 ? t('dashboard:replies.neverUsed') : t('dashboard:replies.uses', { count: reply.uses })}
          </span>
          {reply.uses === 0 ? null : <span>{t('dashboard:replies.saved', { time: saved })}</span>}
        </span>
      </button>
      <span className="mh-reply__tools">
        {sortable ? (
          <>
            <IconButton
              icon="up"
              label={t('dashboard:replies.moveUp', { title })}
              disabled={first}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon="down"
              label={t('dashboard:replies.moveDown', { title })}
              disabled={last}
              onClick={() => onMove(1)}
            />
          </>
        ) : null}
        <IconButton
          icon={favourite ? 'starFull' : 'star'}
          label={t(favourite ? 'dashboard:replies.unfavourite' : 'dashboard:replies.favourite', { title })}
          aria-pressed={favourite}
          onClick={onFavourite}
        />
      </span>
    </div>
  );
}
