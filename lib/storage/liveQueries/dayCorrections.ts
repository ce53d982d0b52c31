import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { activeCorrections } from '../activeCorrections';
import type { Database } from '../database';
import type { TimeSpan } from './dayConversations';

/** What was corrected by hand in a span [from, to): messages of it, and marks that were set in it; newest first. */
export async function readDayCorrections(database: Database, { from, to }: TimeSpan): Promise<DayCorrection[]> {
  // Nothing is corrected before it was written.
  const since = await database.corrections.where('at').aboveOrEqual(from).toArray();
  const entries = await database.entries.bulkGet(since.map(({ entryKey }) => entryKey ?? ''));
  const within = since.filter((one, index) => {
    const at = entries[index]?.at ?? one.at;
    return at >= from && at < to;
  });
  const ids = [...new Set(within.map(({ conversationId }) => conversationId))];
  const conversations = await database.conversations.bulkGet(ids);
  const names = new Map(ids.map((id, index) => [id, conversations[index]?.name ?? null]));
  const active = activeCorrections(since);
  const lastOf = (key: string) =>
    Object.values(active.get(key) ?? {}).flatMap((each) => (each === undefined ? [] : (each.at(-1) ?? [])));
  // Who was on duty is corrected where it is shown.
  const marks = new Map<string, number>(
    within.flatMap(({ id, kind, conversationId, entryKey }) =>
      entryKey === undefined && kind !== 'person' ? [[`${kind}|${conversationId}`, id] as const] : [],
    ),
  );
  return within
    .map(({ id, at, conversationId, kind, before, after, entryKey, figures, undoes }) => ({
      id,
      at,
      conversationId,
      name: names.get(conversationId) ?? null,
      kind,
      before,
      after,
      figures: figures ?? null,
      undoes: undoes ?? null,
      canUndo: entryKey === undefined ? marks.get(`${kind}|${conversationId}`) === id : lastOf(entryKey).includes(id),
      messageAt: entryKey === undefined ? null : (entries[since.findIndex((one) => one.id === id)]?.at ?? null),
    }))
    .sort((a, b) => b.at - a.at || b.id - a.id);
}
