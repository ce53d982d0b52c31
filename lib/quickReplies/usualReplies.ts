import type { QuickReply } from '@/lib/domain/quickReply';
import { hasSpan } from './validityAt';

/** Favourites first, then what is used most, then the agent's own order. */
export function byUse(a: QuickReply, b: QuickReply): number {
  return Number(b.favourite ?? false) - Number(a.favourite ?? false) || b.uses - a.uses || a.order - b.order;
}

/** So many that a shop's own are among them. */
const enough = 100;

/**
 * The replies that an empty query may show at any moment: all with a span of validity, and the first of the others by
 * use. Where too few of them may be offered, the whole library has to be asked.
 */
export function usualReplies(replies: readonly QuickReply[]): QuickReply[] {
  const campaigns = replies.filter(hasSpan);
  const others = replies.filter((reply) => !hasSpan(reply)).sort(byUse);
  return [...campaigns, ...others.slice(0, enough)];
}
