import type { StoredEntry } from '@/lib/domain/entry';
import type { CorrectableField, EntryChange } from '@/lib/domain/openedMessage';
import { activeCorrections } from './activeCorrections';
import { unmarkAutomaticText } from './automaticTexts';
import { classificationIn } from './classify';
import { type DeriveContext, deriveConversation } from './derive';
import { figuresOfDay } from './figuresOfDay';
import { liveGeneration } from './generation';
import { authorIn } from './ownAuthor';
import type { Correction } from './records.types';
import { withAllRules } from './rules';
import { undoPerson } from './undoPerson';

/**
 * Corrects what a message was taken for. Turns and rollups follow in the same transaction; the correction keeps the
 * day's figures before and after. False when there is nothing to change: no such message, not one that this can be
 * said of, or it is so already.
 */
export async function correctEntry(
  context: DeriveContext & { now: number },
  { key, change }: { key: string; change: EntryChange },
): Promise<boolean> {
  const { database } = context;
  return database.transaction('rw', database.tables, async () => {
    const entry = await database.entries.get(key);
    const generation = await liveGeneration(database);
    const conversation = entry && (await database.conversations.get(entry.conversationId));
    if (!entry || conversation === undefined) return false;
    const rules = await database.meta.get('rules');
    const author = authorIn(entry, conversation, rules?.key === 'rules' ? withAllRules(rules.value) : null);
    const found = changed(entry, { change, author, generation });
    return found !== null && applyCorrection(context, found);
  });
}

/**
 * Takes one correction of a message, of a text, or of who was on duty, back: the message is what it was before it, and,
 * where no other correction of the same field is left, the rules judge it again. The undoing is kept as a correction of
 * its own, with the figures before and after. False when there is nothing to undo: no such correction, undone already, or a later one stands on it.
 */
export async function undoCorrection(
  context: DeriveContext & { now: number },
  { id }: { id: number },
): Promise<boolean> {
  const { database } = context;
  return database.transaction('rw', database.tables, async () => {
    const correction = await database.corrections.get(id);
    if (correction?.kind === 'person') return undoPerson(context, { id });
    if (correction?.kind === 'automaticText') return unmarkAutomaticText(context, { id });
    if (correction?.entryKey === undefined) return false;
    const { conversationId, entryKey, kind } = correction;
    const all = await database.corrections.where('conversationId').equals(conversationId).toArray();
    const entry = await database.entries.get(entryKey);
    if (entry === undefined || (kind !== 'author' && kind !== 'closing' && kind !== 'perfunctory')) return false;
    const active = activeCorrections(all).get(entryKey)?.[kind] ?? [];
    if (active.at(-1) !== id) return false;
    const { reclassified: _, corrected: fields = [], ...rest } = entry;
    const generation = await liveGeneration(database);
    const corrected = fields.filter((field) => field !== kind || active.length > 1);
    const base: StoredEntry = { ...rest, ...classificationOf(entry, generation) };
    if (corrected.length > 0) base.corrected = corrected;
    const restored = withValue(base, kind, correction.stored ?? correction.before);
    if (restored === null) return false;
    const undoing = { kind, before: correction.after, after: correction.before, undoes: id };
    return applyCorrection(context, { entry: restored, correction: undoing });
  });
}

function withValue(entry: StoredEntry, kind: CorrectableField, value: string): StoredEntry | null {
  if (kind !== 'author') return { ...entry, [kind]: value === 'true' };
  const author = (['agent', 'auto', 'colleague'] as const).find((one) => one === value);
  if (author === undefined) return null;
  // Sent from elsewhere on a shared account: it is kept as the agent's, and the rules say that it is a colleague's.
  const judged = author === 'colleague' && entry.sent === false && entry.corrected?.includes('author') !== true;
  return { ...entry, author: judged ? 'agent' : author };
}

/** Stores the changed message, derives its conversation again, and notes the correction with its day's figures. */
async function applyCorrection(
  context: DeriveContext & { now: number },
  {
    entry,
    correction,
  }: { entry: StoredEntry; correction: Pick<Correction, 'kind' | 'before' | 'after' | 'undoes' | 'stored'> },
): Promise<boolean> {
  const { database, now } = context;
  const { conversationId, key: entryKey } = entry;
  const conversation = await database.conversations.get(conversationId);
  if (conversation === undefined) return false;
  const generation = await liveGeneration(database);
  const day = { generation, profile: context.profileFor(conversation.workbenchId), at: entry.at, now };
  const before = await figuresOfDay(database, day);
  await database.entries.put(entry);
  await deriveConversation(context, { conversationId, from: entry.at });
  const figures = { before, after: await figuresOfDay(database, day) };
  await database.corrections.add({ at: now, conversationId, ...correction, entryKey, figures });
  return true;
}

function changed(
  entry: StoredEntry,
  { change, author, generation }: { change: EntryChange; author: StoredEntry['author']; generation: number },
): { entry: StoredEntry; correction: Pick<Correction, 'kind' | 'before' | 'after' | 'stored'> } | null {
  const { reclassified: _, ...rest } = entry;
  const base = { ...rest, ...classificationOf(entry, generation) };
  if ('author' in change) {
    if (entry.author !== 'agent' && entry.author !== 'auto' && entry.author !== 'colleague') return null;
    // Saying of a message in review that it is what it was taken for settles it.
    const settles = entry.review === true && entry.corrected?.includes('author') !== true;
    if (author === null || (author === change.author && !settles)) return null;
    return {
      entry: { ...base, author: change.author, corrected: withField(entry, 'author') },
      correction: {
        kind: 'author',
        before: author,
        after: change.author,
        ...(entry.author === author ? {} : { stored: entry.author }),
      },
    };
  }
  const kind = 'closing' in change ? 'closing' : 'perfunctory';
  const after = 'closing' in change ? change.closing : change.perfunctory;
  if (entry.author !== (kind === 'closing' ? 'customer' : 'agent')) return null;
  if (base[kind] === after && entry.corrected?.includes(kind) === true) return null;
  return {
    entry: { ...base, [kind]: after, corrected: withField(entry, kind) },
    correction: { kind, before: String(base[kind]), after: String(after) },
  };
}

function classificationOf(entry: StoredEntry, generation: number): { closing: boolean; perfunctory: boolean } {
  const { closing, perfunctory } = classificationIn(entry, generation);
  return { closing, perfunctory };
}

function withField(entry: StoredEntry, field: CorrectableField): NonNullable<StoredEntry['corrected']> {
  return [...new Set([...(entry.corrected ?? []), field])];
}
