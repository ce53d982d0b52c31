import { accountKey } from '@/lib/domain/duty';
import type { Database } from './database';
import type { DeriveContext } from './derive';
import { figuresOfDay } from './figuresOfDay';
import { readAutomaticTexts } from './liveQueries/automaticTexts';
import { authorIn, automaticTextKey } from './ownAuthor';
import type { Correction } from './records.types';
import { type GenerationRules, readStoredRules, sameRules } from './rules';

/** The texts that are marked as automatic, as the rules of a generation have them. */
export async function automaticTextKeys(database: Database): Promise<string[]> {
  return [...new Set((await readAutomaticTexts(database)).map(({ key }) => key))].sort();
}

/**
 * Marks the text of an own message as automatic: each message of its account with that text counts as automatic, past
 * and future, until the mark is taken back; what was corrected message by message stays. The figures follow as a new
 * generation (see planRederivation), which leaves those of the message's day before and after with the correction.
 * False when there is nothing to mark: no such message, none of ours, no text known of it, or it is marked.
 */
export async function markAutomaticText(
  { database, now }: Pick<DeriveContext, 'database'> & { now: number },
  { key: entryKey }: { key: string },
): Promise<boolean> {
  return database.transaction('rw', [database.corrections, ...read(database)], async () => {
    const entry = await database.entries.get(entryKey);
    const conversation = entry && (await database.conversations.get(entry.conversationId));
    if (entry?.textHash == null || conversation === undefined) return false;
    if (entry.author !== 'agent' && entry.author !== 'auto' && entry.author !== 'colleague') return false;
    const key = automaticTextKey(conversation, entry.textHash);
    if ((await automaticTextKeys(database)).includes(key)) return false;
    const before = authorIn(entry, conversation, await readStoredRules(database)) ?? entry.author;
    const text = (await database.texts.get(entryKey))?.text ?? null;
    await database.corrections.add({
      at: now,
      conversationId: conversation.id,
      kind: 'automaticText',
      before,
      after: 'auto',
      entryKey,
      marked: { account: accountKey(conversation), key, text },
    });
    return true;
  });
}

/** Takes such a mark back; the undoing is kept as a correction. False when it does not hold any more. */
export async function unmarkAutomaticText(
  { database, now }: Pick<DeriveContext, 'database'> & { now: number },
  { id }: { id: number },
): Promise<boolean> {
  return database.transaction('rw', database.corrections, async () => {
    const mark = await database.corrections.get(id);
    if (mark?.marked === undefined || !(await readAutomaticTexts(database)).some((one) => one.id === id)) return false;
    const { id: _, figures: __, together: ___, ...correction } = mark;
    await database.corrections.add({ ...correction, at: now, before: mark.after, after: mark.before, undoes: id });
    return true;
  });
}

/**
 * Leaves with each mark, and each undoing of one, that a new generation is the first to follow the figures of its day in
 * the generation before and in the new one, both as they stand at the switch. Several that took effect at once share the
 * difference, and say so; where other rules changed with them, what they changed is not known.
 */
export async function keepFiguresOfMarks(
  { database, profileFor, now }: Pick<DeriveContext, 'database' | 'profileFor'> & { now: number },
  { before, after }: Record<'before' | 'after', { generation: number; rules: GenerationRules }>,
): Promise<void> {
  const { automaticTexts } = after.rules;
  if (!sameRules({ ...before.rules, automaticTexts }, after.rules)) return;
  const came = new Set(automaticTexts.filter((key) => !before.rules.automaticTexts.includes(key)));
  const went = new Set(before.rules.automaticTexts.filter((key) => !automaticTexts.includes(key)));
  const corrections = await database.corrections.filter(({ kind }) => kind === 'automaticText').toArray();
  const latest = new Map<string, Correction>();
  for (const one of corrections) {
    const { key = '' } = one.marked ?? {};
    if (one.figures === undefined && (one.undoes === undefined ? came : went).has(key)) latest.set(key, one);
  }
  for (const one of latest.values()) {
    const entry = await database.entries.get(one.entryKey ?? '');
    const conversation = await database.conversations.get(one.conversationId);
    if (entry === undefined || conversation === undefined) continue;
    const day = { profile: profileFor(conversation.workbenchId), at: entry.at, now };
    await database.corrections.update(one.id, {
      figures: {
        before: await figuresOfDay(database, { ...day, generation: before.generation }),
        after: await figuresOfDay(database, { ...day, generation: after.generation }),
      },
      ...(latest.size > 1 ? { together: latest.size } : {}),
    });
  }
}

const read = ({ conversations, entries, texts, meta }: Database) => [conversations, entries, texts, meta];
