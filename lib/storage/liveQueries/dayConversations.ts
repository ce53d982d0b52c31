import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import { addReceiving, type ReceivingSpans } from '@/lib/metrics/figures/receiving';
import type { Database } from '../database';
import type { StoredConversation } from '../records.types';

/** A conversation with all its entries, in order. */
export interface ConversationEntries {
  conversation: StoredConversation;
  entries: StoredEntry[];
}

/** A span [from, to), ms. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** The conversations that may have something in a span: those that had a message since it began. */
export async function readConversationsSince(database: Database, from: number): Promise<StoredConversation[]> {
  return database.conversations.where('lastAt').aboveOrEqual(from).toArray();
}

/** All entries of some conversations. */
export async function readConversationEntries(
  database: Database,
  conversations: readonly StoredConversation[],
): Promise<ConversationEntries[]> {
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      entries: await database.entries
        .where('[conversationId+seq]')
        .between([conversation.id, Dexie.minKey], [conversation.id, Dexie.maxKey])
        .toArray(),
    })),
  );
}

/** One conversation's stretches of being received. */
export interface ReceivedConversation extends ReceivingSpans {
  conversationId: string;
}

/**
 * When each conversation was being received within a span, by its messages there: the customer's, the agent's and a
 * colleague's, none automatic. `person` = only what was written while that person was on duty.
 */
export function receivedIn(
  read: readonly ConversationEntries[],
  { from, to, person }: TimeSpan & { person?: string | null },
): ReceivedConversation[] {
  return read.map(({ conversation, entries }) => {
    const spans: ReceivedConversation = { conversationId: conversation.id, starts: [], ends: [] };
    const times = entries.flatMap((entry) => {
      const written = entry.author !== null && entry.author !== 'auto' && !entry.history && !entry.recalled;
      const fits = person === undefined || entry.person === person;
      return written && fits && entry.at >= from && entry.at < to ? [entry.at] : [];
    });
    addReceiving(spans, times);
    return spans;
  });
}
