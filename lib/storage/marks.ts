import { noteOrder } from './answerSuccess';
import type { Database } from './database';
import { type DeriveContext, deriveConversation } from './derive';
import { forgetExcluded } from './excluded';

/**
 * Marks a conversation, or takes a mark back. An advertiser's turns leave every figure at once, in the same
 * transaction; both the mark and its undoing are kept as corrections.
 */
export async function markConversation(
  context: DeriveContext & { now: number },
  mark: { conversationId: string; kind: 'ordered' | 'lost' | 'followUp' | 'advertiser'; on: boolean },
): Promise<void> {
  const { database, now } = context;
  await database.transaction('rw', database.tables, async () => {
    const conversation = await database.conversations.get(mark.conversationId);
    if (conversation === undefined) return;
    if (mark.kind === 'advertiser') {
      if (conversation.advertiser === mark.on) return;
      await note(database, { ...mark, at: now, before: String(conversation.advertiser), after: String(mark.on) });
      await database.conversations.update(conversation.id, { advertiser: mark.on });
      if (!mark.on) await forgetExcluded(database, conversation.id);
      await deriveConversation(context, { conversationId: conversation.id, from: Number.NEGATIVE_INFINITY });
      return;
    }
    const outcome = mark.on ? mark.kind : null;
    if (conversation.outcome === outcome) return;
    await note(database, { ...mark, at: now, before: String(conversation.outcome), after: String(outcome) });
    await database.conversations.update(conversation.id, { outcome });
    await noteOrder(database, { conversationId: conversation.id, ordered: outcome === 'ordered', now });
  });
}

async function note(
  database: Database,
  change: { at: number; conversationId: string; kind: string; before: string; after: string },
): Promise<void> {
  await database.corrections.add({
    at: change.at,
    conversationId: change.conversationId,
    kind: change.kind === 'advertiser' ? 'advertiser' : 'outcome',
    before: change.before,
    after: change.after,
  });
}
