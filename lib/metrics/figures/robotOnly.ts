import type { Tally } from '../tally';

/**
 * Robot-only conversations (机器人接待): conversations with messages that a robot held (those of an undone turn included)
 * in which no turn of any state began and no person of the shop, the agent or a colleague, wrote. Windows and duty do
 * not matter.
 */
export function robotOnly(tally: Tally): number {
  const conversations = new Set<string>();
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (customer && customer.held > 0) conversations.add(customer.conversationId);
  }
  // Most shops have no robot: their customer-days need not be looked at once more.
  if (conversations.size === 0) return 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (customer && (customer.human > 0 || customer.anyTurns > 0)) conversations.delete(customer.conversationId);
  }
  return conversations.size;
}
