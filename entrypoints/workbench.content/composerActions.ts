import { findEditable } from '@/lib/composer/findEditable';
import { selectAll } from '@/lib/composer/selectAll';
import { sendMessage } from '@/lib/messaging/protocol';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { ComposerNotice } from './careStore';
import { insertExtras } from './insertExtras';
import { insertReply } from './insertReply';
import type { OverlayStore } from './overlayStore';

/** What the agent can have put into the composer. */
export interface ComposerActions {
  /** Puts a reply into the composer, and tells the worker that it was used. */
  insert(reply: { replyId: string; text: string }): Promise<{ inserted: boolean; copied: boolean }>;
  /** Puts another text in the place of everything that stands in the composer. */
  replaceAll(text: string): Promise<void>;
}

/** See ComposerActions. */
export function createComposerActions({
  adapter,
  document,
  store,
  recorderId,
  notify,
  report,
}: {
  adapter: Adapter;
  document: Document;
  store: OverlayStore;
  recorderId: () => string;
  /** Says something once, at the composer. */
  notify: (notice: ComposerNotice) => void;
  /** Hears of a message that could not be delivered. */
  report: (error: unknown) => void;
}): ComposerActions {
  const send = (message: Promise<unknown>) => void message.catch(report);
  const pastes = () => store.getState().pastePictures.includes(adapter.id);
  return {
    async insert({ replyId, text }) {
      const result = await insertReply({ adapter, document, text });
      const conversationKey = keyOf(store.getState().open?.conversationId ?? null);
      if (result.inserted && conversationKey !== null) {
        send(sendMessage('replyInserted', { recorderId: recorderId(), conversationKey, replyId }));
      }
      if (result.copied) notify({ notice: 'copied' });
      const extras = sendMessage('replyExtras', { replyId }).then(
        (found) => found && insertExtras({ adapter, document, extras: found, pastes: pastes(), notify }),
      );
      send(extras);
      return result;
    },
    async replaceAll(text) {
      const field = findComposer({ adapter, document });
      const editable = field === null ? null : findEditable(field);
      if (editable === null) return;
      await selectAll(editable, editable.ownerDocument);
      await insertReply({ adapter, document, text });
    },
  };
}

/** The adapter's key out of a conversation's id. */
function keyOf(conversationId: string | null): string | null {
  return conversationId?.split('|').slice(3).join('|') ?? null;
}
