import { useMemo, useState } from 'react';
import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { Icon } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { TextField } from '../controls/TextField';
import { GroupList } from './GroupList';
import { ReplyEditor } from './ReplyEditor';
import { ReplyList } from './ReplyList';
import { draftOf, listReplies, newDraft, type ReplyDraft, replyTitle } from './replyDraft';

export interface RepliesPageProps {
  replies: readonly QuickReply[];
  /** A draft without problems: with an id it replaces, without it adds. */
  onSave: (draft: ReplyDraft) => void;
  onDelete: (reply: QuickReply) => void;
  /** Puts back what was deleted, as it was. */
  onRestore: (reply: QuickReply) => void;
}

/** The library of quick replies: groups, list, editor. */
export function RepliesPage({ replies, onSave, onDelete, onRestore }: RepliesPageProps) {
  const t = useT();
  const [group, setGroup] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [draft, setDraft] = useState<ReplyDraft | null>(null);
  const [deleted, setDeleted] = useState<QuickReply | null>(null);
  const listed = useMemo(() => listReplies(replies, group, query), [replies, group, query]);
  const remove = (id: string | null) => {
    const reply = replies.find((each) => each.id === id);
    if (reply === undefined) return;
    onDelete(reply);
    setDeleted(reply);
    setDraft(null);
  };
  const add = () => setDraft(newDraft(group ?? ''));
  const addButton = (
    <Button kind="primary" icon="plus" onClick={add}>
      {t('dashboard:replies.add')}
    </Button>
  );
  return (
    <div className="mh-replies">
      <GroupList replies={replies} chosen={group} onChoose={setGroup} />
      <div className="mh-replies__middle">
        <div className="mh-replies__tools">
          <span className="mh-search mh-search--wide">
            <Icon name="search" size={14} />
            <TextField
              type="search"
              label={t('dashboard:replies.search')}
              placeholder={t('dashboard:replies.search')}
              value={query}
              onChange={setQuery}
            />
          </span>
          {addButton}
        </div>
        {deleted === null ? null : (
          <output className="mh-undo">
            <span className="mh-ellipsis">{t('dashboard:replies.deleted', { title: replyTitle(deleted) })}</span>
            <Button
              small
              icon="undo"
              onClick={() => {
                onRestore(deleted);
                setDeleted(null);
              }}
            >
              {t('common:undo')}
            </Button>
          </output>
        )}
        {replies.length === 0 ? (
          <EmptyState title={t('dashboard:replies.empty')}>{t('dashboard:replies.emptyHint')}</EmptyState>
        ) : listed.length === 0 ? (
          <EmptyState title={t('dashboard:replies.nothingFound', { query })} />
        ) : (
          <ReplyList replies={listed} chosenId={draft?.id ?? null} onChoose={(reply) => setDraft(draftOf(reply))} />
        )}
      </div>
      <div className="mh-replies__editor">
        {draft === null ? (
          <p className="mh-replies__pick">{t('dashboard:replies.pick')}</p>
        ) : (
          <ReplyEditor
            key={draft.id ?? 'new'}
            start={draft}
            replies={replies}
            onSave={(written) => {
              onSave(written);
              setDraft(null);
            }}
            onDelete={() => remove(draft.id)}
            onCancel={() => setDraft(null)}
          />
        )}
      </div>
    </div>
  );
}
