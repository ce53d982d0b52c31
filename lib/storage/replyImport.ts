import type { QuickReply } from '@/lib/domain/quickReply';
import type { Database } from './database';
import { checkCodes } from './quickReplies';

/**
 * Puts the replies of a file into the library, and keeps how to take that back; the import before can no longer be. New
 * groups come after those that are there. All or nothing.
 */
export async function importQuickReplies(
  database: Database,
  { file, put, groups, at }: { file: string; put: QuickReply[]; groups: string[]; at: number },
): Promise<void> {
  await database.transaction('rw', database.quickReplies, database.meta, async () => {
    const before = (await database.quickReplies.bulkGet(put.map(({ id }) => id))).filter((one) => one !== undefined);
    await database.quickReplies.bulkPut(put);
    await checkCodes(database, put);
    const known = await database.meta.get('replyGroups');
    const ordered = known?.key === 'replyGroups' ? known.value : [];
    const made = groups.filter((group) => !ordered.includes(group));
    if (made.length > 0) await database.meta.put({ key: 'replyGroups', value: [...new Set([...ordered, ...made])] });
    await database.meta.put({ key: 'lastImport', value: { at, file, before, after: put, groups: made } });
  });
}

/**
 * Takes the last import back: what it added goes, what it changed is as before. A reply that was edited or deleted since
 * stays so; its use since then is no edit and is kept.
 */
export async function undoImport(database: Database): Promise<{ undone: number; kept: number }> {
  return database.transaction('rw', database.quickReplies, database.meta, async () => {
    const record = await database.meta.get('lastImport');
    if (record?.key !== 'lastImport') return { undone: 0, kept: 0 };
    const { before, after, groups } = record.value;
    const now = await database.quickReplies.bulkGet(after.map(({ id }) => id));
    const old = new Map(before.map((reply) => [reply.id, reply]));
    const back: QuickReply[] = [];
    const gone: string[] = [];
    after.forEach((written, i) => {
      const current = now[i];
      if (current === undefined || !sameBut(current, written)) return;
      const was = old.get(written.id);
      if (was === undefined) gone.push(written.id);
      else back.push({ ...was, uses: was.uses + current.uses - written.uses, lastUsedAt: lastOf(was, current) });
    });
    await database.quickReplies.bulkDelete(gone);
    await database.quickReplies.bulkPut(back);
    await checkCodes(database, back);
    await removeEmptyGroups(database, groups);
    await database.meta.delete('lastImport');
    return { undone: gone.length + back.length, kept: after.length - gone.length - back.length };
  });
}

/** Takes groups without replies out of the order; those with replies stay. */
async function removeEmptyGroups(database: Database, groups: readonly string[]): Promise<void> {
  const known = await database.meta.get('replyGroups');
  if (known?.key !== 'replyGroups') return;
  const held = new Set(await database.quickReplies.orderBy('group').uniqueKeys());
  const value = known.value.filter((group) => !groups.includes(group) || held.has(group));
  await database.meta.put({ key: 'replyGroups', value });
}

function lastOf(one: QuickReply, other: QuickReply): number | null {
  const last = Math.max(one.lastUsedAt ?? 0, other.lastUsedAt ?? 0);
  return last === 0 ? null : last;
}

/** Whether two are the same but for their use. */
function sameBut(one: QuickReply, other: QuickReply): boolean {
  const plain = (reply: QuickReply) =>
    JSON.stringify(
      Object.entries({ ...reply, uses: 0, lastUsedAt: null })
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return plain(one) === plain(other);
}
