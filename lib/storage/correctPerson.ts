import Dexie from 'dexie';
import { type DeriveContext, deriveConversation } from './derive';
import { personIn } from './ownAuthor';
import { withAllRules } from './rules';

/** Whose work a stretch of time was, [from, to), ms; null = 未指定. */
export interface PersonSpan {
  from: number;
  to: number;
  person: string | null;
}

/** Longest stretch that one correction covers: a day, the longest one of the year. */
export const LONGEST_SPAN_MS = 25 * 3_600_000;

/**
 * Says afterwards who was on duty: everything recorded in the stretch is theirs, turns and rollups follow in the same
 * transaction, and the correction is kept with the names that stood there before. Sums over all people stay as they
 * are. Gives how many messages changed hands.
 */
export async function correctPerson(
  context: DeriveContext & { now: number },
  { from, to, person }: PersonSpan,
): Promise<{ entries: number }> {
  const { database, now } = context;
  if (!(to > from) || to - from > LONGEST_SPAN_MS)
    throw new RangeError('A correction covers more than 0 and at most 25 h');
  return database.transaction('rw', database.tables, async () => {
    const record = await database.meta.get('rules');
    const rules = record?.key === 'rules' ? withAllRules(record.value) : null;
    const before = new Set<string>();
    const keys = new Map<string | null, string[]>();
    let entries = 0;
    const ids = await database.conversations.where('lastAt').aboveOrEqual(from).primaryKeys();
    for (const conversationId of ids) {
      const theirs = await database.entries
        .where('[conversationId+seq]')
        .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
        .filter((entry) => entry.at >= from && entry.at < to && personIn(entry.person, rules) !== person)
        .toArray();
      const first = theirs[0];
      if (first === undefined) continue;
      for (const entry of theirs) {
        before.add(personIn(entry.person, rules) ?? '');
        const known = keys.get(entry.person);
        if (known === undefined) keys.set(entry.person, [entry.key]);
        else known.push(entry.key);
      }
      await database.entries.bulkPut(theirs.map((entry) => ({ ...entry, person })));
      await deriveConversation(context, { conversationId, from: first.at });
      entries += theirs.length;
    }
    if (entries > 0) {
      await database.corrections.add({
        at: now,
        conversationId: '',
        kind: 'person',
        before: [...before].join(', '),
        after: person ?? '',
        span: { from, to },
        persons: [...keys].map(([was, theirKeys]) => ({ person: was, keys: theirKeys })),
      });
    }
    return { entries };
  });
}
