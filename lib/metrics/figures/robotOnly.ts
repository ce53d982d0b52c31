import type { Tally } from '../tally';

/**
 * Robot-only conversations (机器人接待): conversations with messages that a robot held (those of an undone turn included)
 * in which no turn of any state began and no person of the shop, the agent or a colleague, wrote. Windows and duty do
 * not matter.
 */
export function robotOnly(tally: Tally): number {
  let conversations = 0;
  const sums = new Map<string, { held: number; human: number; turns: number }>();
  let anyHeld = false;
  for (const key in tally.customers) if ((tally.customers[key]?.held ?? 0) > 0) anyHeld = true;
  if (!anyHeld) return 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    const sum = sums.get(customer.conversationId) ?? { held: 0, human: 0, turns: 0 };
    sum.held += customer.held;
    sum.human += customer.human;
    sum.turns += customer.anyTurns;
    sums.set(customer.conversationId, sum);
  }
  for (const sum of sums.values()) if (sum.held > 0 && sum.human === 0 && sum.turns === 0) conversations++;
  return conversations;
}
