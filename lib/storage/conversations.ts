import type { ConversationRef, Recorder } from '@/lib/domain/reading';
import type { Database } from './database';
import type { StoredConversation } from './records.types';

/** The key of a conversation over all workbenches and accounts; see Conversation.id. */
export function conversationId(recorder: Recorder, key: string): string {
  return `${recorder.workbenchId}|${recorder.origin}|${recorder.account ?? ''}|${key}`;
}

/** The stored conversation, or a new one that is not stored yet. A name that is shown later or changes is taken over. */
export async function findConversation(
  database: Database,
  recorder: Recorder,
  reference: ConversationRef,
  at: number,
): Promise<{ conversation: StoredConversation; known: boolean }> {
  const stored = await database.conversations.get(conversationId(recorder, reference.key));
  return conversationOf(stored, recorder, reference, at);
}

/** The same out of what was stored under its key. */
export function conversationOf(
  stored: StoredConversation | undefined,
  recorder: Recorder,
  reference: ConversationRef,
  at: number,
): { conversation: StoredConversation; known: boolean } {
  if (stored !== undefined) {
    return {
      conversation: { ...stored, name: reference.name ?? stored.name, shop: recorder.shop ?? stored.shop },
      known: true,
    };
  }
  return {
    known: false,
    conversation: {
      id: conversationId(recorder, reference.key),
      workbenchId: recorder.workbenchId,
      origin: recorder.origin,
      account: recorder.account,
      shop: recorder.shop,
      key: reference.key,
      keyedBy: reference.keyedBy,
      name: reference.name,
      advertiser: false,
      outcome: null,
      lastAt: at,
      incomingTotal: 0,
      waitingSince: null,
      openedAt: null,
      firstKeyAt: null,
    },
  };
}
