import type { QuickReply } from '@/lib/domain/quickReply';
import { usualReplies } from '@/lib/quickReplies/usualReplies';
import type { Database } from './database';

/** What an empty query can show, without the library being read; null where it has to be. */
export async function readUsualReplies(
  database: Database,
): Promise<{ replies: QuickReply[]; isWhole: boolean } | null> {
  const [record, count] = await Promise.all([database.meta.get('usualReplies'), database.quickReplies.count()]);
  if (record?.key !== 'usualReplies' || record.value.of !== count) return null;
  const replies = (await database.quickReplies.bulkGet(record.value.ids)).filter((one) => one !== undefined);
  return { replies, isWhole: replies.length === count };
}

/** Remembers which they are, of the whole library. */
export async function keepUsualReplies(database: Database, library: readonly QuickReply[]): Promise<void> {
  const ids = usualReplies(library).map(({ id }) => id);
  await database.meta.put({ key: 'usualReplies', value: { ids, of: library.length } });
}

/** The library has changed. */
export async function forgetUsualReplies(database: Database): Promise<void> {
  await database.meta.delete('usualReplies');
}
