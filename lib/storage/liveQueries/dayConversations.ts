import type { StoredEntry } from '@/lib/domain/entry';
import { addReceiving, type ReceivingSpans } from '@/lib/metrics/figures/receiving';
import type { Database } from '../database';
import { authorIn } from '../ownAuthor';
import type { StoredConversation } from '../records.types';
import type { GenerationRules } from '../rules';

/** A conversation with some of its entries, in order. */
export interface ConversationEntries {
  conversation: StoredConversation;
  entries: StoredEntry[];
}

/** A span [from, to), ms. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** What was said and happened in a span, by conversation: reads what the span holds, however much the store does. */
export async function readSpanEntries(database: Database, { from, to }: TimeSpan): Promise<ConversationEntries[]> {
  const entries = await database.entries.where('at').between(from, to, true, false).toArray();
  const byConversation = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const known = byConversation.get(entry.conversationId);
    if (known === undefined) byConversation.set(entry.conversationId, [entry]);
    else known.push(entry);
  }
  const ids = [...byConversation.keys()];
  const conversations = await database.conversations.bulkGet(ids);
  return conversations.flatMap((conversation, index) => {
    const own = byConversation.get(ids[index] ?? '') ?? [];
    return conversation === undefined ? [] : [{ conversation, entries: own.sort((a, b) => a.seq - b.seq) }];
  });
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
  { from, to, person, rules }: TimeSpan & { person?: string | null; rules: GenerationRules | null },
): ReceivedConversation[] {
  return read.map(({ conversation, entries }) => {
    const spans: ReceivedConversation = { conversationId: conversation.id, starts: [], ends: [] };
    const times = entries.flatMap((entry) => {
      const author = authorIn(entry, conversation, rules);
      const written = author !== null && author !== 'auto' && !entry.history && !entry.recalled;
      const fits = person === undefined || entry.person === person;
      return written && fits && entry.at >= from && entry.at < to ? [entry.at] : [];
    });
    addReceiving(spans, times);
    return spans;
  });
}
