import type { StoredEntry } from '@/lib/domain/entry';
import type { Author } from '@/lib/domain/logEntry';
import type { Database } from '../database';
import { authorIn } from '../ownAuthor';
import type { StoredConversation } from '../records.types';
import { readStoredRules } from '../rules';

/** Who each of some entries counts as by the live rules; null for an event, and for an entry that is gone. */
export async function readAuthors(
  database: Database,
  entries: readonly (StoredEntry | undefined)[],
): Promise<(Author | null)[]> {
  const rules = await readStoredRules(database);
  const ids = [...new Set(entries.flatMap((entry) => (entry === undefined ? [] : [entry.conversationId])))];
  const found = await database.conversations.bulkGet(ids);
  const known = new Map<string, StoredConversation | undefined>(ids.map((id, index) => [id, found[index]]));
  return entries.map((entry) => {
    if (entry === undefined) return null;
    const conversation = known.get(entry.conversationId);
    return conversation === undefined ? entry.author : authorIn(entry, conversation, rules);
  });
}
