import Dexie from 'dexie';
import { textCore } from '@/lib/quickReplies/nearText';
import type { PastAnswer } from '@/lib/quickReplies/pastAnswer';
import type { Database } from './database';
import { liveGeneration } from './generation';
import type { ShownSuggestions } from './records.types';

/** An answer shorter than this ("在的") says nothing yet: what is sent next may be the suggestion. */
const SHORTEST_ANSWER = 6;
/** Suggestions that nobody answered in so long were not passed over, they are just gone. */
const GONE_MS = 86_400_000;

/** What was sent instead of suggestions: an answer that is in the library, or none of them. */
export type SettledSuggestions =
  | { kind: 'answered'; answer: PastAnswer }
  | { kind: 'ignored'; question: string; replyIds: string[] };

/** Notes what stands on the screen for the customer's unanswered messages. Nothing where their text is not known. */
export async function noteShown(
  database: Database,
  { conversationId, replyIds, at }: { conversationId: string; replyIds: string[]; at: number },
): Promise<void> {
  await database.transaction('rw', database.shownSuggestions, database.turns, database.meta, async () => {
    const turn = await lastTurn(database, conversationId);
    if (turn?.state !== 'pending' || turn.unansweredTexts.length === 0) return;
    const before = await database.shownSuggestions.get(conversationId);
    const same = before !== undefined && before.at >= turn.startedAt ? before : null;
    await database.shownSuggestions.put({
      conversationId,
      at: same?.at ?? at,
      messages: turn.unansweredTexts,
      replyIds: [...new Set([...(same?.replyIds ?? []), ...replyIds])],
    });
  });
}

/**
 * Compares what was sent with what had been suggested, in conversations that changed: a library reply typed by hand is
 * learned as an answer, suggestions none of which was sent count as passed over. Each is settled once.
 */
export async function settleShown(
  database: Database,
  {
    conversationIds,
    recognise,
    now,
  }: { conversationIds: readonly string[]; recognise: (text: string) => string | null; now: number },
): Promise<SettledSuggestions[]> {
  const tables = ['shownSuggestions', 'ignoredSuggestions', 'picks', 'turns', 'entries', 'texts', 'meta'];
  return database.transaction('rw', tables, async () => {
    const settled: SettledSuggestions[] = [];
    for (const shown of await database.shownSuggestions.bulkGet([...conversationIds])) {
      if (shown === undefined) continue;
      const sent = await sentInstead(database, shown);
      if (sent === 'nothingYet') continue;
      await database.shownSuggestions.delete(shown.conversationId);
      if (sent === 'gone' || now - shown.at > GONE_MS) continue;
      const { conversationId, messages, replyIds } = shown;
      const question = messages.join('\n');
      const picks = await database.picks.where('conversationId').equals(conversationId).toArray();
      const picked = picks.filter(({ at }) => at >= shown.at).map(({ replyId }) => replyId);
      const typed = sent.texts.map(recognise).find((id) => id !== null) ?? null;
      if (picked.length === 0 && typed !== null) {
        await database.picks.add({ at: sent.at, replyId: typed, conversationId, messages, typed: true });
        settled.push({ kind: 'answered', answer: { question, replyId: typed, at: sent.at } });
      }
      if ([...picked, typed].some((id) => id !== null && replyIds.includes(id))) continue;
      await database.ignoredSuggestions.add({ at: sent.at, messages, replyIds });
      settled.push({ kind: 'ignored', question, replyIds });
    }
    return settled;
  });
}

async function sentInstead(
  database: Database,
  { conversationId, at }: ShownSuggestions,
): Promise<{ at: number; texts: string[] } | 'nothingYet' | 'gone'> {
  const generation = await liveGeneration(database);
  const turns = await database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, 0], [generation, conversationId, Number.POSITIVE_INFINITY])
    .filter((turn) => turn.startedAt <= at)
    .toArray();
  const turn = turns.at(-1);
  if (turn === undefined || (turn.endedAt !== null && turn.endedAt < at)) return 'gone';
  if (turn.state === 'pending') return 'nothingYet';
  const { repliedAt } = turn;
  if (repliedAt === null) return 'gone';
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
    .filter((entry) => entry.author === 'agent' && entry.at >= repliedAt)
    .toArray();
  const texts = (await database.texts.bulkGet(entries.map(({ key }) => key))).flatMap((one) =>
    one === undefined ? [] : [one.text],
  );
  return texts.some((text) => textCore(text).length >= SHORTEST_ANSWER) ? { at: repliedAt, texts } : 'nothingYet';
}

async function lastTurn(database: Database, conversationId: string) {
  const generation = await liveGeneration(database);
  return database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, 0], [generation, conversationId, Number.POSITIVE_INFINITY])
    .last();
}
