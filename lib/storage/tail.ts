import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Database } from './database';

/** More than any window that a workbench shows at once; alignment needs no more. */
const TAIL_LENGTH = 200;

/** The last entries of a conversation in the order of `seq`, and whether these are all. */
export async function readTail(
  database: Database,
  conversationId: string,
): Promise<{ tail: StoredEntry[]; complete: boolean }> {
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
    .reverse()
    .limit(TAIL_LENGTH + 1)
    .toArray();
  const complete = entries.length <= TAIL_LENGTH;
  return { tail: entries.slice(0, TAIL_LENGTH).reverse(), complete };
}
