import Dexie from 'dexie';
import { firstIndex } from '@/lib/metrics/conversationState';
import type { Database } from './database';
import { liveGeneration } from './generation';
import type { PartKind, SessionStart } from './records.types';

/** How many texts one transaction deletes: the writer must never wait long for a purge. */
const CHUNK = 5_000;
const PART_KINDS: readonly PartKind[] = ['session', 'proactive', 'activity'];

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
 * Deletes what was recorded before a moment: messages, their texts, the turns and what they were derived from. Rollups
 * stay, frozen under their profile, so that the figures of those days can still be read. A conversation that went on
 * afterwards keeps the session of that moment and all later ones; one that did not is gone as a whole.
 */
export async function deleteHistory(database: Database, before: number): Promise<{ entries: number }> {
  await purgeTexts(database, before);
  let entries = 0;
  for (const id of await database.conversations.toCollection().primaryKeys()) {
    entries += await database.transaction('rw', database.tables, () => deleteOfConversation(database, id, before));
  }
  return { entries };
}

async function deleteOfConversation(database: Database, id: string, before: number): Promise<number> {
  const conversation = await database.conversations.get(id);
  if (conversation === undefined) return 0;
  const generation = await liveGeneration(database);
  const whole = conversation.lastAt < before;
  const kept = whole ? undefined : await firstKept(database, { generation, id, before });
  if (!whole && kept === undefined) return 0;

  const toSeq = kept?.fromSeq ?? Dexie.maxKey;
  const keys = await database.entries
    .where('[conversationId+seq]')
    .between([id, Dexie.minKey], [id, toSeq])
    .primaryKeys();
  await database.entries.bulkDelete(keys);
  await database.turns
    .where('[generation+conversationId+index]')
    .between(
      [generation, id, Dexie.minKey],
      [generation, id, kept === undefined ? Dexie.maxKey : firstIndex(kept.state)],
    )
    .delete();
  for (const kind of PART_KINDS) {
    await database.parts
      .where('[generation+conversationId+kind+n]')
      .between([generation, id, kind, Dexie.minKey], [generation, id, kind, kept?.partsBefore[kind] ?? Dexie.maxKey])
      .delete();
  }
  await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([generation, id, Dexie.minKey], [generation, id, toSeq])
    .delete();
  if (whole) await database.conversations.delete(id);
  return keys.length;
}

/** The session of a moment, or the first one after it. */
async function firstKept(
  database: Database,
  { generation, id, before }: { generation: number; id: string; before: number },
): Promise<SessionStart | undefined> {
  const sessions = await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey])
    .toArray();
  const earlier = sessions.filter((session) => session.fromAt < before).at(-1);
  const next = sessions.find((session) => session.fromAt >= before);
  if (earlier === undefined || next === undefined) return earlier;
  const last = await database.entries
    .where('[conversationId+seq]')
    .between([id, earlier.fromSeq], [id, next.fromSeq], true, false)
    .last();
  return last !== undefined && last.at >= before ? earlier : next;
}
