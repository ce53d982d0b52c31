import { maskName } from '@/lib/domain/conversation';
import type { Waiting } from '@/lib/domain/live';
import type { Database } from '../database';
import { pendingTurns } from '../generation';

/** Everybody who waits, over all workbench tabs, longest first; those who may need no answer last. */
export async function readWaiting(
  database: Database,
  { limitMs }: { limitMs: (workbenchId: string, first: boolean) => number },
): Promise<Waiting[]> {
  const turns = await pendingTurns(database);
  const conversations = await database.conversations.bulkGet(turns.map((turn) => turn.conversationId));
  const waiting = turns.flatMap((turn, index): Waiting[] => {
    const conversation = conversations[index];
    if (conversation === undefined) return [];
    return [
      {
        conversationId: turn.conversationId,
        workbenchId: turn.workbenchId,
        conversationKey: conversation.key,
        name: maskName(conversation.name),
        shop: conversation.shop,
        startedAt: turn.startedAt,
        atLeast: turn.uncertain,
        first: turn.first,
        transferred: turn.acceptedAt !== null && turn.acceptedAt >= turn.startedAt,
        followUp: conversation.outcome === 'followUp',
        closingOnly: turn.closingOnly,
        incoming: turn.incoming,
        preview: turn.unansweredTexts.at(-1) ?? null,
        turnNumber: turn.numberInSession,
        limitMs: limitMs(turn.workbenchId, turn.first),
      },
    ];
  });
  return waiting.sort((a, b) => Number(a.closingOnly) - Number(b.closingOnly) || a.startedAt - b.startedAt);
}
