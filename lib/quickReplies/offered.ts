import type { QuickReply } from '@/lib/domain/quickReply';
import { validityAt } from './validityAt';

/** For whom search and suggestions are made. */
export interface OfferScope {
  /** ms. */
  now: number;
  /** The shop whose customer is served; null = not known: replies of every shop are offered. */
  shop: string | null;
}

/** Whether a reply may be offered: valid at that moment, and of this shop or of all. */
export function offered(reply: QuickReply, { now, shop }: OfferScope): boolean {
  const { shops = [] } = reply;
  return validityAt(reply, now) === 'valid' && (shop === null || shops.length === 0 || shops.includes(shop));
}
