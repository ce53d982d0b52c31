import type { Database } from '../database';

/** Texts of all the agent's own replies from a moment on (ms), as far as text is stored. */
export async function textsSentSince(database: Database, since: number): Promise<string[]> {
  const texts = await database.texts.where('at').aboveOrEqual(since).toArray();
  const entries = await database.entries.bulkGet(texts.map(({ key }) => key));
  return texts.flatMap(({ text }, i) => (entries[i]?.author === 'agent' ? [text] : []));
}
