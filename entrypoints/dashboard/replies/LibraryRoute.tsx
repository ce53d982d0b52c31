import { useCallback, useMemo } from 'react';
import { RepliesPage } from '@/components/dashboard/replies/RepliesPage';
import type { ReplyDraft } from '@/components/dashboard/replies/replyDraft';
import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';
import { toBase64 } from '@/lib/messaging/base64';
import { sendMessage } from '@/lib/messaging/protocol';
import { schemas } from '@/lib/messaging/schemas';
import { formatLongDuration } from '@/lib/metrics/format/duration';
import { applyGroupAction, groupNodes } from '@/lib/quickReplies/groupOrder';
import { moveReply } from '@/lib/quickReplies/replyOrder';
import { savedTime } from '@/lib/quickReplies/savedTime';
import { createReplySearch, type ReplySearch } from '@/lib/quickReplies/search';
import { tidyReply } from '@/lib/quickReplies/tidyReply';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readShops } from '@/lib/storage/liveQueries/quickReplies';
import { useThrottledQuery } from '../useThrottledQuery';
import type { LibraryProps } from './libraryProps';
import { StoredPicture } from './StoredPicture';
import { useTypingSpeed } from './useTypingSpeed';
import { useValidity } from './useValidity';

/** 短语库: groups, list and editor. */
export function LibraryRoute({ library, translator: { t }, attempt }: LibraryProps) {
  const { replies, groups } = library;
  const speed = useTypingSpeed();
  const { validity, campaign } = useValidity(replies);
  const readAllShops = useCallback(async (database: ReadableDatabase) => readShops(database), []);
  const shops = useThrottledQuery({ read: readAllShops });
  const nodes = useMemo(() => groupNodes(groups, replies), [groups, replies]);
  const search = useMemo(() => lazySearch(replies), [replies]);
  const change = (put: QuickReply[], order?: string[]) => {
    if (put.length === 0 && order === undefined) return;
    attempt(sendMessage('changeQuickReplies', { put, remove: [], ...(order === undefined ? {} : { groups: order }) }));
  };
  return (
    <RepliesPage
      replies={replies}
      groups={nodes}
      validity={validity}
      campaign={campaign}
      saved={(reply) => formatLongDuration(savedTime(reply, speed), t)}
      shops={shops?.kind === 'value' ? shops.value : []}
      search={search}
      onSave={(draft) => attempt(sendMessage('saveQuickReply', { reply: written(draft, replies) }))}
      onDelete={({ id }) => attempt(sendMessage('deleteQuickReply', { id }))}
      onRestore={(reply) => attempt(sendMessage('saveQuickReply', { reply }))}
      onFavourite={(reply) => change([tidyReply({ ...reply, favourite: reply.favourite !== true })])}
      onMove={(move) => change(moveReply(replies, move))}
      onGroup={(action) => {
        const { put, groups: order } = applyGroupAction({ order: groups, replies }, action);
        change(put, order);
      }}
      onPicture={keepPicture}
      picture={({ id, name }) => <StoredPicture id={id} name={name} />}
    />
  );
}

/** The index is built at the first query, not for those who only look. */
function lazySearch(replies: readonly QuickReply[]): (query: string) => readonly QuickReply[] {
  let search: ReplySearch | null = null;
  return (query) => {
    search ??= createReplySearch(replies);
    return search.search(query, { limit: 2_000 }).map(({ reply }) => reply);
  };
}

async function keepPicture(file: File): Promise<ReplyAttachment> {
  const id = crypto.randomUUID();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = schemas.savePicture.parse({ id, type: file.type, data: toBase64(bytes) });
  await sendMessage('savePicture', picture);
  return { kind: 'image', id, name: file.name.slice(0, 200), type: picture.type, bytes: bytes.length };
}

/** The reply that a draft stands for: an old one with its use, a new one at the end of its group. */
function written(draft: ReplyDraft, replies: readonly QuickReply[]): QuickReply {
  const old = replies.find(({ id }) => id === draft.id);
  const orders = replies.flatMap(({ group, order }) => (group === draft.group ? [order] : []));
  const last = Math.max(-1, ...orders) + 1;
  if (old !== undefined)
    return tidyReply({ ...old, ...draft, id: old.id, order: old.group === draft.group ? old.order : last });
  const fresh = { order: last, uses: 0, lastUsedAt: null, createdAt: Date.now() };
  return tidyReply({ ...draft, ...fresh, id: crypto.randomUUID() });
}
