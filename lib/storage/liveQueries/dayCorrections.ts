import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { activeCorrections } from '../activeCorrections';
import type { Database } from '../database';
import { heldCorrections } from '../heldCorrections';
import type { Correction } from '../records.types';
import { undoablePersons } from '../undoablePersons';
import type { TimeSpan } from './dayConversations';

/**
 * What was corrected by hand in a span [from, to), undoings too: messages of it, who was on duty in it, and marks that
 * were set in it; newest first.
 */
export async function readDayCorrections(database: Database, { from, to }: TimeSpan): Promise<DayCorrection[]> {
  // Nothing is corrected before it was written.
  const since = await database.corrections.where('at').aboveOrEqual(from).toArray();
  const entries = await database.entries.bulkGet(since.map(({ entryKey }) => entryKey ?? ''));
  const within = since.filter((one, index) => {
    if (one.span !== undefined) return one.span.from < to && one.span.to > from;
    const at = entries[index]?.at ?? one.at;
    return at >= from && at < to;
  });
  const ids = [...new Set(within.map(({ conversationId }) => conversationId))];
  const conversations = await database.conversations.bulkGet(ids);
  const names = new Map(ids.map((id, index) => [id, conversations[index]?.name ?? null]));
  // Marks may have been set on an earlier day.
  const held = heldCorrections(await database.corrections.where('conversationId').anyOf(ids).toArray());
  const undoable = undoablePersons(since.filter(({ kind }) => kind === 'person'));
  const active = activeCorrections(since);
  const lastOf = (key: string) =>
    Object.values(active.get(key) ?? {}).flatMap((each) => (each === undefined ? [] : (each.at(-1) ?? [])));
  const marks = new Map<string, number>(
    within.flatMap(({ id, kind, conversationId, entryKey }) =>
      entryKey === undefined && kind !== 'person' ? [[`${kind}|${conversationId}`, id] as const] : [],
    ),
  );
  return within
    .map(({ id, at, conversationId, kind, before, after, entryKey, figures, together, undoes }) => ({
      id,
      at,
      conversationId,
      name: names.get(conversationId) ?? null,
      kind,
      before,
      after,
      figures: figures ?? null,
      ...(together === undefined ? {} : { together }),
      undoes: undoes ?? null,
      holds: held.has(id),
      canUndo: isUndoable({ id, kind, conversationId, ...(entryKey === undefined ? {} : { entryKey }) }),
      messageAt: entryKey === undefined ? null : (entries[since.findIndex((one) => one.id === id)]?.at ?? null),
    }))
    .sort((a, b) => b.at - a.at || b.id - a.id);

  function isUndoable(one: Pick<Correction, 'id' | 'kind' | 'conversationId' | 'entryKey'>): boolean {
    if (one.kind === 'person') return undoable.has(one.id);
    if (one.kind === 'automaticText') return held.has(one.id);
    if (one.entryKey !== undefined) return lastOf(one.entryKey).includes(one.id);
    return held.has(one.id) && marks.get(`${one.kind}|${one.conversationId}`) === one.id;
  }
}
