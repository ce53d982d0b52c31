import { useCallback } from 'react';
import { RepliesPage } from '@/components/dashboard/replies/RepliesPage';
import type { ReplyDraft } from '@/components/dashboard/replies/replyDraft';
import type { QuickReply } from '@/lib/domain/quickReply';
import { sendMessage } from '@/lib/messaging/protocol';
import { readQuickReplies } from '@/lib/storage/liveQueries/quickReplies';
import { database } from './database';
import type { PageProps } from './pageProps';
import { useThrottledQuery } from './useThrottledQuery';

const TABLES = ['quickReplies'];

/** 快捷短语: the library, live; every change goes through the background. */
export function RepliesRoute({ attempt }: Pick<PageProps, 'attempt'>) {
  const read = useCallback(() => readQuickReplies(database), []);
  const library = useThrottledQuery({ read, tables: TABLES });
  if (library?.kind !== 'value') return null;
  const replies = library.value;
  const save = (reply: QuickReply) => attempt(sendMessage('saveQuickReply', { reply }));
  return (
    <RepliesPage
      replies={replies}
      onSave={(draft) => save(written(draft, replies))}
      onDelete={({ id }) => attempt(sendMessage('deleteQuickReply', { id }))}
      onRestore={save}
    />
  );
}

/** The reply that a draft stands for: an old one with its use, a new one at the end of its group. */
function written(draft: ReplyDraft, replies: readonly QuickReply[]): QuickReply {
  const old = replies.find(({ id }) => id === draft.id);
  if (old !== undefined) return { ...old, ...draft, id: old.id };
  const orders = replies.flatMap(({ group, order }) => (group === draft.group ? [order] : []));
  return {
    ...draft,
    id: crypto.randomUUID(),
    order: Math.max(-1, ...orders) + 1,
    uses: 0,
    lastUsedAt: null,
  };
}
