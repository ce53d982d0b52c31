import { findListItems } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';

/**
 * Brings a conversation's item of the workbench's own list into sight, on the agent's own press. Clicks nothing:
 * opening it is theirs. False when the list does not show it.
 */
export function jumpTo({
  adapter,
  document,
  conversationKey,
}: {
  adapter: Adapter;
  document: Document;
  conversationKey: string;
}): boolean {
  const item = findListItems({ adapter, document }).get(conversationKey);
  item?.scrollIntoView({ block: 'nearest' });
  return item !== undefined;
}
