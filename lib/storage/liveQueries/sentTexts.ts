import type { SentMessage } from '@/lib/quickReplies/mineReplies';
import type { TypedSample } from '@/lib/quickReplies/savedTime';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { readAuthors } from './authors';

/** Newest texts looked through: more than a week of a busy agent, and a few seconds of looking at the most. */
const MOST = 20_000;
/** Texts read at once: a page that reads must be able to draw in between. */
const PIECE = 500;
/** Turns that the typing speed is measured on. */
const TURNS = 2_000;

/** What the agent wrote since a moment, robots and colleagues left out; nothing where text is not stored. */
export async function readSentTexts(database: Database, since: number): Promise<SentMessage[]> {
  const keys = await database.texts.where('at').aboveOrEqual(since).reverse().limit(MOST).primaryKeys();
  const sent: SentMessage[] = [];
  for (let done = 0; done < keys.length; done += PIECE) {
    const piece = keys.slice(done, done + PIECE);
    const [entries, texts] = await Promise.all([database.entries.bulkGet(piece), database.texts.bulkGet(piece)]);
    const authors = await readAuthors(database, entries);
    for (const [i, one] of texts.entries())
      if (one !== undefined && authors[i] === 'agent') sent.push({ text: one.text, at: one.at });
  }
  return sent;
}

/** The latest replies of one message that were typed by hand: nothing was picked for them. */
export async function readTypedSamples(database: Database): Promise<TypedSample[]> {
  const generation = await liveGeneration(database);
  const turns = await database.turns
    .where('[generation+startedAt]')
    .between([generation, 0], [generation, Number.POSITIVE_INFINITY])
    .reverse()
    .limit(TURNS)
    .toArray();
  const typed = turns.filter(
    (turn) => turn.firstKeyAt !== null && turn.repliedAt !== null && turn.outgoing === 1 && turn.outgoingMeasured === 1,
  );
  const since = typed.reduce((first, { startedAt }) => Math.min(first, startedAt), Number.POSITIVE_INFINITY);
  const picked = new Map<string, number[]>();
  if (typed.length > 0)
    await database.picks
      .where('at')
      .aboveOrEqual(since)
      .filter((pick) => pick.typed !== true)
      .each(({ conversationId, at }) => {
        picked.set(conversationId, [...(picked.get(conversationId) ?? []), at]);
      });
  return typed.flatMap(({ conversationId, firstKeyAt, startedAt, repliedAt, outgoingCharacters }) => {
    const inserted = picked.get(conversationId)?.some((at) => at >= startedAt && at <= (repliedAt ?? 0));
    if (inserted === true || firstKeyAt === null || repliedAt === null) return [];
    return [{ characters: outgoingCharacters, typingMs: repliedAt - firstKeyAt }];
  });
}

/** Cores of phrases that are not to be offered any more. */
export async function readDismissed(database: Database): Promise<ReadonlySet<string>> {
  return new Set(await database.dismissedPhrases.toCollection().primaryKeys());
}
