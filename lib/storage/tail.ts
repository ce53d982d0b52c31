import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Database } from './database';

/** More than any window that a workbench shows at once; alignment needs no more. */
const TAIL_LENGTH = 200;

/** The last entries of a conversation in the order of `seq`, at most `length`, and whether these are all. */
export async function readTail(
  database: Database,
  conversationId: string,
  length = TAIL_LENGTH,
): Promise<{ tail: StoredEntry[]; complete: boolean }> {
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
    .reverse()
    .limit(length + 1)
    .toArray();
  const complete = entries.length <= length;
  return { tail: entries.slice(0, length).reverse(), complete };
}
