import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { Icon } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';
import type { GroupAction, GroupNode } from '@/lib/domain/replyView';
import { TextField } from '../controls/TextField';
import { GroupList } from './GroupList';
import { ReplyEditor } from './ReplyEditor';
import { ReplyList } from './ReplyList';
import { draftOf, newDraft, type ReplyDraft, replyTitle } from './replyDraft';
import { onShelf, type ReplyShelf } from './replyShelf';

export interface RepliesPageProps {
  /** In the order of groups, then their own. */
  replies: readonly QuickReply[];
  groups: readonly GroupNode[];
  /** Those that are not valid now, by id. */
  validity: ReadonlyMap<string, 'notYet' | 'expired'>;
  /** Ids of the replies of a campaign that is on. */
  campaign: ReadonlySet<string>;
  /** Typing time that a reply has spared so far, ready to be shown; `–` while the agent's speed is not known. */
  saved: (reply: QuickReply) => string;
  /** Shops seen so far. */
  shops: readonly string[];
  /** What a query finds in the whole library, best first. */
  search: (query: string) => readonly QuickReply[];
  /** A draft without problems: with an id it replaces, without it adds. */
  onSave: (draft: ReplyDraft) => void;
  onDelete: (reply: QuickReply) => void;
  /** Puts back what was deleted, as it was. */
  onRestore: (reply: QuickReply) => void;
  onFavourite: (reply: QuickReply) => void;
  onMove: (move: { id: string; by: -1 | 1 } | { id: string; before: string | null }) => void;
  onGroup: (action: GroupAction) => void;
  /** Keeps a picture; rejects when it cannot be kept. */
  onPicture: (file: File) => Promise<ReplyAttachment>;
  /** Shows a kept picture. */
  picture: (attachment: Extract<ReplyAttachment, { kind: 'image' }>) => ReactNode;
}

/** The library of quick replies: groups, list, editor. */
export function RepliesPage(props: RepliesPageProps) {
  const { replies, groups, campaign, onDelete, onRestore } = props;
  const t = useT();
  const [shelf, setShelf] = useState<ReplyShelf>({ kind: 'all' });
  const [query, setQuery] = useState('');
  const [draft, setDraft] = useState<ReplyDraft | null>(null);
  const [deleted, setDeleted] = useState<QuickReply | null>(null);
  const { search } = props;
  const shelved = useMemo(() => onShelf(replies, shelf, campaign), [replies, shelf, campaign]);
  const listed = useMemo(() => {
    if (query.trim() === '') return shelved;
    const held = new Set(shelved.map(({ id }) => id));
    return search(query).filter(({ id }) => held.has(id));
  }, [shelved, query, search]);
  const counts = useMemo(
    () => ({
      all: replies.length,
      campaign: campaign.size,
      favourites: replies.filter(({ favourite }) => favourite === true).length,
    }),
    [replies, campaign],
  );
  const remove = (id: string | null) => {
    const reply = replies.find((each) => each.id === id);
    if (reply === undefined) return;
    onDelete(reply);
    setDeleted(reply);
    setDraft(null);
  };
  const sortable = shelf.kind === 'group' && query.trim() === '' && shelved.every(({ group }) => group === shelf.name);
  return (
    <div className="mh-replies">
      <GroupList groups={groups} counts={counts} chosen={shelf} onChoose={setShelf} onGroup={props.onGroup} />
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
          <Button
            kind="primary"
            icon="plus"
            onClick={() => setDraft(newDraft(shelf.kind === 'group' ? shelf.name : ''))}
          >
            {t('dashboard:replies.add')}
          </Button>
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
        ) : listed.length > 0 ? (
          <ReplyList
            replies={listed}
            validity={props.validity}
            saved={props.saved}
            chosenId={draft?.id ?? null}
            sortable={sortable}
            onChoose={(reply) => setDraft(draftOf(reply))}
            onFavourite={props.onFavourite}
            onMove={props.onMove}
          />
        ) : query.trim() === '' ? (
          <EmptyState title={t('dashboard:replies.emptyGroup')}>{t('dashboard:replies.emptyGroupHint')}</EmptyState>
        ) : (
          <EmptyState title={t('dashboard:replies.nothingFound', { query })} />
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
            groups={groups}
            shops={props.shops}
            picture={props.picture}
            onPicture={props.onPicture}
            onSave={(written) => {
              props.onSave(written);
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
