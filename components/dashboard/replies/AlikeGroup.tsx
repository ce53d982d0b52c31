import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { replyTitle } from './replyDraft';

interface AlikeGroupProps {
  group: readonly QuickReply[];
  onDelete: (reply: QuickReply) => void;
  onMerge: () => void;
}

/** Replies that say the same, side by side: one stays with the texts of all, or one goes. */
export function AlikeGroup({ group, onDelete, onMerge }: AlikeGroupProps) {
  const t = useT();
  const first = group[0];
  if (first === undefined) return null;
  return (
    <li className="mh-alike__group">
      <div className="mh-alike__replies">
        {group.map((reply) => {
          const title = replyTitle(reply);
          return (
            <article key={reply.id} className="mh-alike__reply" aria-label={title}>
              <header className="mh-alike__head">
                <span className="mh-reply__code">{reply.code}</span>
                <span className="mh-ellipsis">{title}</span>
                <span className="mh-muted">
                  {reply.uses === 0
                    ? t('dashboard:replies.neverUsed')
                    : t('dashboard:replies.uses', { count: reply.uses })}
                </span>
                <IconButton
                  icon="trash"
                  label={t('dashboard:replies.cleanUp.deleteOne', { title })}
                  onClick={() => onDelete(reply)}
                />
              </header>
              <p className="mh-alike__text">{reply.text}</p>
              <p className="mh-muted">{reply.group === '' ? t('dashboard:replies.noGroup') : reply.group}</p>
            </article>
          );
        })}
      </div>
      <Button small onClick={onMerge} title={t('dashboard:replies.cleanUp.mergeHint', { title: replyTitle(first) })}>
        {t('dashboard:replies.cleanUp.merge')}
      </Button>
    </li>
  );
}
