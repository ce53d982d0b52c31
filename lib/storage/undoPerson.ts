import type { Database } from './database';
import { type DeriveContext, deriveConversation } from './derive';
import type { Correction } from './records.types';
import { undoablePersons } from './undoablePersons';

/**
 * Takes a correction of who was on duty back: every message of it is whose it was before, turns and rollups follow in
 * the same transaction, and the undoing is kept as a correction of its own. Messages that came later into the stretch
 * stay as they are. False when there is nothing to undo; see undoablePersons.
 */
export async function undoPerson(context: DeriveContext & { now: number }, { id }: { id: number }): Promise<boolean> {
  const { database, now } = context;
  return database.transaction('rw', database.tables, async () => {
    const all = await database.corrections.where('conversationId').equals('').toArray();
    const correction = all.find((one) => one.id === id);
    if (correction?.persons === undefined || !undoablePersons(all).has(id)) return false;
    const earliest = await giveBack(database, correction.persons);
    for (const [conversationId, from] of earliest) await deriveConversation(context, { conversationId, from });
    const { conversationId, kind, before, after, span } = correction;
    await database.corrections.add({
      at: now,
      conversationId,
      kind,
      before: after,
      after: before,
      ...(span === undefined ? {} : { span }),
      undoes: id,
    });
    return true;
  });
}

/** Gives messages back to whose they were; the earliest of each conversation, ms. */
async function giveBack(database: Database, persons: NonNullable<Correction['persons']>): Promise<Map<string, number>> {
  const earliest = new Map<string, number>();
  for (const { person, keys } of persons) {
    const found = (await database.entries.bulkGet(keys)).flatMap((entry) => (entry === undefined ? [] : [entry]));
    await database.entries.bulkPut(found.map((entry) => ({ ...entry, person })));
    for (const { conversationId, at } of found) {
      earliest.set(conversationId, Math.min(earliest.get(conversationId) ?? at, at));
    }
  }
  return earliest;
}
