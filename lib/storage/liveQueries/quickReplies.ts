import type { QuickReply } from '@/lib/domain/quickReply';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import type { Database } from '../database';

const SALE_ORDER = [...new Set(starterLibrary().map(({ group }) => group))];

/** The whole library: groups in the order in which a sale goes, the agent's own after them, each in its own order. */
export async function readQuickReplies(database: Database): Promise<QuickReply[]> {
  const replies = await database.quickReplies.toArray();
  return replies.sort(
    (a, b) => rankOf(a.group) - rankOf(b.group) || a.group.localeCompare(b.group) || a.order - b.order,
  );
}

/** A group that the agent made stands behind those of the starter library. */
function rankOf(group: string): number {
  const index = SALE_ORDER.indexOf(group);
  return index === -1 ? SALE_ORDER.length : index;
}
