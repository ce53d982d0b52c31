import type { QuickReply } from '@/lib/domain/quickReply';
import { textsOf } from './pickText';

/** Asks the customer to look at address or telephone once more. */
const asksToCheck =
  /(核对|确认|核实|对一下|对吗|check|confirm)[\s\S]*(地址|电话|收货|address)|(地址|电话|收货|address)[\s\S]*(核对|确认|核实|对吗|check|confirm)/i;
/** Says when it is shipped. */
const saysWhenShipped = /发货|发出|寄出|ship/i;

/** Whether a text has the customer check the address of their order. */
export function checksOrder(text: string): boolean {
  return asksToCheck.test(text);
}

/**
 * What comes first after an order: the reply that has address and telephone checked, one that also speaks of shipping
 * before others, then the one used most. null where the library has none, or the customer was sent one already.
 */
export function orderCheckReply(replies: Iterable<QuickReply>, sentToCustomer: readonly string[]): QuickReply | null {
  if (sentToCustomer.some(checksOrder)) return null;
  let best: QuickReply | null = null;
  for (const reply of replies) {
    if (!textsOf(reply).some(checksOrder)) continue;
    if (best === null || compare(reply, best) < 0) best = reply;
  }
  return best;
}

function compare(a: QuickReply, b: QuickReply): number {
  const ships = (reply: QuickReply) => Number(saysWhenShipped.test(reply.text));
  return ships(b) - ships(a) || b.uses - a.uses || a.order - b.order || (a.id < b.id ? -1 : 1);
}
