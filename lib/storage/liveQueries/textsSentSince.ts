import type { Database } from '../database';
import { readAuthors } from './authors';

/** Texts of all the agent's own replies from a moment on (ms), as far as text is stored. */
export async function textsSentSince(database: Database, since: number): Promise<string[]> {
  const texts = await database.texts.where('at').aboveOrEqual(since).toArray();
  const entries = await database.entries.bulkGet(texts.map(({ key }) => key));
  const authors = await readAuthors(database, entries);
  return texts.flatMap(({ text }, i) => (authors[i] === 'agent' ? [text] : []));
}
