import type { Database } from './database';
import { pendingTurns } from './generation';

/** Answers looked at in one transaction: the writer must never wait long. */
const CHUNK = 2_000;

/**
 * Deletes the customers' words before a moment wherever they stand beside the texts: in what suggestions learned and at
 * open turns. That a reply was picked stays, without its question: the agent's typing speed is
 * measured on what was not.
 */
export async function purgeQuestions(database: Database, before: number): Promise<void> {
  for (const table of [database.ignoredSuggestions, database.shownSuggestions])
    await table.where('at').below(before).delete();
  const since = await purgedUntil(database, before);
  await emptyPicks(database, since, before);
  await database.transaction('rw', database.turns, database.meta, async () => {
    for (const { id, startedAt, unansweredTexts } of await pendingTurns(database))
      if (startedAt < before && unansweredTexts.length > 0) await database.turns.update(id, { unansweredTexts: [] });
  });
  await database.meta.put({ key: 'questionsPurgedUntil', value: before });
}

/** What lies before was gone through already; everything again when the limit moved back, by a setting or the clock. */
async function purgedUntil(database: Database, before: number): Promise<number> {
  const record = await database.meta.get('questionsPurgedUntil');
  return record?.key === 'questionsPurgedUntil' && record.value <= before ? record.value : 0;
}

async function emptyPicks({ picks }: Database, since: number, before: number): Promise<void> {
  const keys = await picks
    .where('at')
    .between(since, before, true, false)
    .filter(({ messages }) => messages.length > 0)
    .primaryKeys();
  for (let done = 0; done < keys.length; done += CHUNK)
    await picks
      .where('id')
      .anyOf(keys.slice(done, done + CHUNK))
      .modify({ messages: [] });
}
