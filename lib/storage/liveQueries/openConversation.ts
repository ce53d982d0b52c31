import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { readTail } from '../tail';

/** What the surfaces need of the conversation in front, before suggestions are ranked. */
export interface OpenConversationRecord {
  conversationId: string;
  advertiser: boolean;
  outcome: 'ordered' | 'lost' | 'followUp' | null;
  /** When it was marked 成交, ms; null when it is not. */
  orderedAt: number | null;
  /** The customer's unanswered texts, oldest first; empty when nobody waits there or text is not stored. */
  messages: string[];
  /** What this customer was sent lately. */
  sentToCustomer: string[];
}

const RECENT = 30;

/** The conversation in front in a tab; null when none is, or nothing is stored of it. */
export async function readOpenConversation(
  database: Database,
  conversationId: string | null,
): Promise<OpenConversationRecord | null> {
  if (conversationId === null) return null;
  const conversation = await database.conversations.get(conversationId);
  if (conversation === undefined) return null;
  const generation = await liveGeneration(database);
  const turn = await database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, 0], [generation, conversationId, Number.POSITIVE_INFINITY])
    .last();
  const messages = turn?.state === 'pending' ? turn.unansweredTexts : [];
  const { advertiser, outcome } = conversation;
  const orderedAt = outcome === 'ordered' ? await markedOrderedAt(database, conversationId) : null;
  const asked = messages.length > 0 || orderedAt !== null;
  const sentToCustomer = asked ? await textsSentTo(database, conversationId) : [];
  return { conversationId, advertiser, outcome, orderedAt, messages, sentToCustomer };
}

async function markedOrderedAt(database: Database, conversationId: string): Promise<number | null> {
  const marks = await database.corrections.where('conversationId').equals(conversationId).toArray();
  return marks.reduce<number | null>(
    (last, { kind, after, at }) => (kind === 'outcome' && after === 'ordered' ? Math.max(at, last ?? at) : last),
    null,
  );
}

/** What was sent to a customer lately, oldest first; nothing where text is not stored. */
export async function textsSentTo(database: Database, conversationId: string): Promise<string[]> {
  const { tail } = await readTail(database, conversationId);
  const own = tail.slice(-RECENT).filter((entry) => entry.author === 'agent');
  const texts = await database.texts.bulkGet(own.map((entry) => entry.key));
  return texts.flatMap((text) => (text === undefined ? [] : [text.text]));
}
