import type { Conversation } from '@/lib/domain/conversation';
import type { Turn } from '@/lib/domain/turn';
import type { ExportMessage, ExportTurn } from './types';

/** A turn as an export takes it, out of what the store gives. */
export function toExportTurn(source: {
  turn: Turn & { workbenchId: string; account: string | null };
  conversation: Pick<Conversation, 'name' | 'shop'>;
  split: ExportTurn['split'];
  messages: readonly ExportMessage[] | null;
}): ExportTurn {
  const { turn, conversation, split, messages } = source;
  return {
    conversationId: turn.conversationId,
    workbenchId: turn.workbenchId,
    account: turn.account,
    shop: conversation.shop,
    person: turn.person,
    startedAt: turn.startedAt,
    lastMessageAt: turn.lastMessageAt,
    clockAt: turn.clockAt,
    repliedAt: turn.repliedAt,
    endedAt: turn.endedAt,
    state: turn.state,
    first: turn.first,
    sessionStartedAt: turn.sessionStartedAt,
    incoming: turn.incoming,
    outgoing: turn.outgoing,
    closingOnly: turn.closingOnly,
    offDuty: turn.offDuty,
    uncertain: turn.uncertain,
    customerName: conversation.name,
    split,
    messages: messages?.map(({ at, author, text }) => ({ at, author, text })) ?? null,
  };
}
