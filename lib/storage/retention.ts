import type { Database } from './database';

/** How many texts one transaction deletes: the writer must never wait long for a purge. */
const CHUNK = 5_000;

/** Deletes the texts of messages before a moment. Entries, turns and figures stay as they are. */
export async function purgeTexts(database: Database, before: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const keys = await database.texts.where('at').below(before).limit(CHUNK).primaryKeys();
    if (keys.length === 0) return deleted;
    await database.texts.bulkDelete(keys);
    deleted += keys.length;
  }
}

/**
 * Deletes what was recorded before a moment: messages, their texts and the turns. Rollups stay, frozen under their
 * profile, so that the figures of those days can still be read. Conversations that went on afterwards keep what came
 * after.
 */
export async function deleteHistory(database: Database, before: number): Promise<{ entries: number }> {
  await purgeTexts(database, before);
  let entries = 0;
  const conversations = await database.conversations.where('lastAt').below(before).primaryKeys();
  for (const id of conversations) {
    entries += await database.transaction('rw', database.tables, async () => {
      const keys = await database.entries
        .where('[conversationId+seq]')
        .between([id, Number.NEGATIVE_INFINITY], [id, Number.POSITIVE_INFINITY])
        .primaryKeys();
      await database.entries.bulkDelete(keys);
      await database.turns.filter((turn) => turn.conversationId === id).delete();
      await database.conversations.delete(id);
      return keys.length;
    });
  }
  return { entries };
}
