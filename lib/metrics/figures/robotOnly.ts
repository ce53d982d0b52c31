import type { Tally } from '../tally';

/**
 * Robot-only conversations (机器人接待): conversations with messages that a robot held (those of an undone turn included)
 * in which no turn of any state began and no person of the shop, the agent or a colleague, wrote. Windows and duty do
 * not matter.
 */
export function robotOnly(tally: Tally): number {
  const customerDays = Object.values(tally.customers);
  const conversations = new Set<string>();
  for (const { conversationId, held } of customerDays) if (held > 0) conversations.add(conversationId);
  for (const { conversationId, human, anyTurns } of customerDays) {
    if (human > 0 || anyTurns > 0) conversations.delete(conversationId);
  }
  return conversations.size;
}
