import Dexie from 'dexie';
import { firstIndex } from '@/lib/metrics/conversationState';
import type { Database } from './database';
import type { PartKind, SessionStart } from './records.types';

const PART_KINDS: readonly PartKind[] = ['session', 'proactive', 'activity'];

/**
 * Deletes the sessions of a conversation that ended before a moment: their entries and texts, and in every generation
 * what was derived from them. Rollups stay. Runs inside the writer's transaction; gives the number of entries.
 */
export async function deleteEarlierSessions(
  database: Database,
  { id, before, generations }: { id: string; before: number; generations: readonly number[] },
): Promise<number> {
  let keepFrom: number | null = null;
  for (const generation of generations) {
    const kept = await firstKept(database, { generation, id, before });
    if (kept === undefined) continue;
    await deleteDerived(database, kept);
    // What one generation still derives from stays for all of them.
    keepFrom = Math.min(keepFrom ?? kept.fromSeq, kept.fromSeq);
  }
  if (keepFrom === null) return 0;
  const keys = await database.entries
    .where('[conversationId+seq]')
    .between([id, Dexie.minKey], [id, keepFrom])
    .primaryKeys();
  await database.entries.bulkDelete(keys);
  await database.texts.bulkDelete(keys);
  return keys.length;
}

/** The session of a moment, or the first one after it; undefined when there is none to keep. */
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
  if (earlier === undefined || next === undefined) return earlier ?? next;
  const last = await database.entries
    .where('[conversationId+seq]')
    .between([id, earlier.fromSeq], [id, next.fromSeq], true, false)
    .last();
  return last !== undefined && last.at >= before ? earlier : next;
}

async function deleteDerived(database: Database, kept: SessionStart): Promise<void> {
  const { generation, conversationId, fromSeq, partsBefore } = kept;
  // A new session ends what the old one still carried; without it nothing of the old one comes back when deriving.
  const state = { ...kept.state, tail: null, awaiting: null };
  await database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, firstIndex(state)])
    .delete();
  for (const kind of PART_KINDS) {
    await database.parts
      .where('[generation+conversationId+kind+n]')
      .between([generation, conversationId, kind, Dexie.minKey], [generation, conversationId, kind, partsBefore[kind]])
      .delete();
  }
  await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, fromSeq])
    .delete();
  await database.sessions.put({ ...kept, state });
}
