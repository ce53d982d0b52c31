import type { QuickReply } from '@/lib/domain/quickReply';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import type { Database } from './database';

/** Gives a new installation the starter library. Does nothing once the agent has a library, an empty one included. */
export async function seedQuickReplies(database: Database, now: number): Promise<void> {
  await database.transaction('rw', database.quickReplies, database.meta, async () => {
    if ((await database.meta.get('quickRepliesSeeded')) !== undefined) return;
    await database.quickReplies.bulkPut(starterLibrary().map((reply) => ({ ...reply, createdAt: now })));
    await database.meta.put({ key: 'quickRepliesSeeded', value: 1 });
  });
}

/** Adds or replaces a quick reply. Rejects when another one has its code. */
export async function saveQuickReply(database: Database, reply: QuickReply): Promise<void> {
  await database.transaction('rw', database.quickReplies, async () => {
    await database.quickReplies.put(reply);
    await checkCodes(database, [reply]);
  });
}

/** Takes a quick reply out of the library. */
export async function deleteQuickReply(database: Database, id: string): Promise<void> {
  await database.quickReplies.delete(id);
}

/**
 * Changes many quick replies in one step; `groups` are all groups in their order. Rejects when two would have one code.
 */
export async function changeQuickReplies(
  database: Database,
  { put, remove, groups }: { put: QuickReply[]; remove: string[]; groups?: string[] | undefined },
): Promise<void> {
  await database.transaction('rw', database.quickReplies, database.meta, async () => {
    await database.quickReplies.bulkDelete(remove);
    await database.quickReplies.bulkPut(put);
    await checkCodes(database, put);
    if (groups !== undefined) await database.meta.put({ key: 'replyGroups', value: [...new Set(groups)] });
  });
}

/** Rejects when a code of these replies belongs to another one as well; within a transaction nothing is changed then. */
export async function checkCodes(database: Database, changed: readonly QuickReply[]): Promise<void> {
  const codes = [...new Set(changed.map(({ code }) => code).filter((code) => code !== ''))];
  const holders = new Map<string, QuickReply>();
  for (const reply of await database.quickReplies.where('code').anyOf(codes).toArray()) {
    const other = holders.get(reply.code);
    if (other !== undefined) throw new RangeError(`The code ${reply.code} belongs to "${other.title}" already.`);
    holders.set(reply.code, reply);
  }
}
