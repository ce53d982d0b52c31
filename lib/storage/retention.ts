import Dexie from 'dexie';
import type { Database } from './database';
import { deleteEarlierSessions } from './deleteEarlierSessions';

/** How many texts one transaction deletes: the writer must never wait long for a purge. */
const CHUNK = 5_000;
/** Observers that ended longer ago say nothing any more; their gaps stay. */
const RECORDER_DAYS_MS = 90 * 86_400_000;

/** Deletes the texts of messages before a moment, see also purgeQuestions. Entries, turns and figures stay. */
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
 * Deletes what was recorded before a moment: messages, their texts, the turns, and everything from which they could be
 * derived again. Rollups stay, frozen under their profile, so that the figures of those days can still be read. A
 * conversation that went on afterwards keeps the session of that moment, and the later ones.
 */
export async function deleteHistory(database: Database, before: number): Promise<{ entries: number }> {
  await purgeTexts(database, before);
  await deleteAnswers(database, before);
  let entries = 0;
  for (const id of await database.conversations.toCollection().primaryKeys()) {
    entries += await database.transaction('rw', database.tables, async () => {
      const conversation = await database.conversations.get(id);
      if (conversation === undefined) return 0;
      if (conversation.lastAt < before) return deleteConversation(database, id);
      return deleteEarlierSessions(database, { id, before, generations: await generations(database) });
    });
  }
  return { entries };
}

/** Deletes what suggestions learned from before a moment: it holds the customers' words. */
async function deleteAnswers(database: Database, before: number): Promise<void> {
  for (const table of [database.picks, database.ignoredSuggestions, database.shownSuggestions])
    await table.where('at').below(before).delete();
}

/** Deletes one conversation with all that hangs on it but its rollups; gives the number of its entries. */
async function deleteConversation(database: Database, id: string): Promise<number> {
  const keys = await database.entries
    .where('[conversationId+seq]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .primaryKeys();
  await database.entries.bulkDelete(keys);
  await database.texts.bulkDelete(keys);
  for (const generation of await generations(database)) {
    await database.heads.delete([generation, id]);
    await database.turns
      .where('[generation+conversationId+index]')
      .between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey])
      .delete();
    await database.sessions
      .where('[generation+conversationId+fromSeq]')
      .between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey])
      .delete();
    await database.parts
      .where('[generation+conversationId+kind+n]')
      .between([generation, id, Dexie.minKey, Dexie.minKey], [generation, id, Dexie.maxKey, Dexie.maxKey])
      .delete();
  }
  await database.excludedTurns.where('conversationId').equals(id).delete();
  await database.badges.filter((badge) => badge.conversationId === id).delete();
  await database.conversations.delete(id);
  return keys.length;
}

/** Every generation that turns or sessions were derived under. */
async function generations(database: Database): Promise<number[]> {
  const found = new Set<number>();
  for (let after = Number.NEGATIVE_INFINITY; ; ) {
    const next = await database.sessions
      .where('[generation+conversationId+fromSeq]')
      .above([after, Dexie.maxKey, Dexie.maxKey])
      .first();
    if (next === undefined) return [...found];
    after = next.generation;
    found.add(after);
  }
}

/** Deletes what tabs that are gone left behind: their badges at once, themselves after 90 days. */
export async function purgeRecorders(database: Database, now: number): Promise<void> {
  await database.transaction('rw', [database.recorders, database.badges], async () => {
    const living = new Set<string>();
    const old: string[] = [];
    await database.recorders.each(({ id, endedAt }) => {
      if (endedAt === null) living.add(id);
      else if (endedAt < now - RECORDER_DAYS_MS) old.push(id);
    });
    const badges = await database.badges.toCollection().primaryKeys();
    await database.badges.bulkDelete(badges.filter(([recorderId]) => !living.has(recorderId)));
    await database.recorders.bulkDelete(old);
  });
}
