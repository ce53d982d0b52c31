import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { mergeRollups } from '@/lib/metrics/rollup';
import { dayNumber, dayStart, zoneOf } from '@/lib/metrics/zone';
import { classificationIn } from './classify';
import type { Database } from './database';
import { type DeriveContext, deriveConversation } from './derive';
import { liveGeneration } from './generation';
import { authorIn } from './ownAuthor';
import type { CorrectedFigures, Correction } from './records.types';
import { withAllRules } from './rules';

/** What the agent says a message is: one of these, the rest stays as it is. */
export type EntryChange =
  /** Typed by a person, or sent by nobody; of own-side messages. */
  | { author: 'agent' | 'auto' }
  /** Needs no answer; of customers' messages. */
  | { closing: boolean }
  /** Without substance; of replies. */
  | { perfunctory: boolean };

/**
 * Corrects what a message was taken for. Turns and rollups follow in the same transaction; the correction keeps the
 * day's figures before and after. Undoing is correcting back, and is kept as well. False when there is nothing to
 * change: no such message, not one that this can be said of, or it is so already.
 */
export async function correctEntry(
  context: DeriveContext & { now: number },
  { key, change }: { key: string; change: EntryChange },
): Promise<boolean> {
  const { database, now } = context;
  return database.transaction('rw', database.tables, async () => {
    const entry = await database.entries.get(key);
    const generation = await liveGeneration(database);
    const conversation = entry && (await database.conversations.get(entry.conversationId));
    if (!entry || conversation === undefined) return false;
    const rules = await database.meta.get('rules');
    const author = authorIn(entry, conversation, rules?.key === 'rules' ? withAllRules(rules.value) : null);
    const found = changed(entry, { change, author, generation });
    if (!found) return false;
    const day = { profile: context.profileFor(conversation.workbenchId), at: entry.at, now };
    const before = await figuresOfDay(database, day);
    await database.entries.put(found.entry);
    await deriveConversation(context, { conversationId: entry.conversationId, from: entry.at });
    const figures = { before, after: await figuresOfDay(database, day) };
    const { conversationId } = entry;
    await database.corrections.add({ at: now, conversationId, ...found.correction, entryKey: key, figures });
    return true;
  });
}

function changed(
  entry: StoredEntry,
  { change, author, generation }: { change: EntryChange; author: StoredEntry['author']; generation: number },
): { entry: StoredEntry; correction: { kind: Correction['kind']; before: string; after: string } } | null {
  const { reclassified: _, ...rest } = entry;
  const base = { ...rest, ...classificationOf(entry, generation) };
  if ('author' in change) {
    if (entry.author !== 'agent' && entry.author !== 'auto') return null;
    if (author === null || author === change.author) return null;
    return {
      entry: { ...base, author: change.author, corrected: withField(entry, 'author') },
      correction: { kind: 'author', before: author, after: change.author },
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

function withField(
  entry: StoredEntry,
  field: 'author' | 'closing' | 'perfunctory',
): NonNullable<StoredEntry['corrected']> {
  return [...new Set([...(entry.corrected ?? []), field])];
}

/** The figures of the day of a moment, from its rollups. */
async function figuresOfDay(
  database: Database,
  { profile, at, now }: { profile: Profile; at: number; now: number },
): Promise<CorrectedFigures> {
  const zone = zoneOf(profile.timeZone);
  const day = dayNumber(zone, at, profile.dayStartsAtMs);
  const from = dayStart(zone, day, profile.dayStartsAtMs);
  const to = dayStart(zone, day + 1, profile.dayStartsAtMs);
  const generation = await liveGeneration(database);
  const rollups = await database.rollups
    .where('[generation+hourStart]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  const tally = mergeRollups(rollups.filter((rollup) => rollup.profileId === profile.id));
  const figures = liveFiguresOfTally({ tally, profile, now });
  const { turns, answered, firstResponseMs, averageResponseMs, answerQuestionRatio, replyRate } = figures;
  return { turns, answered, firstResponseMs, averageResponseMs, answerQuestionRatio, replyRate };
}
