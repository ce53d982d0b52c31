import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Author } from '@/lib/domain/logEntry';
import type { Turn } from '@/lib/domain/turn';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { readAuthors } from './authors';

/** One message of a turn. */
export interface TurnMessageRecord
  extends Pick<StoredEntry, 'key' | 'at' | 'uncertain' | 'closing' | 'perfunctory' | 'recalled'> {
  author: Author;
  /** null when it is not stored, or not any more. */
  text: string | null;
}

type TurnPlace = Pick<Turn, 'conversationId' | 'index' | 'startedAt' | 'sessionStartedAt'>;

/** The messages of one turn: from its start to the next turn or session, in order, with their texts. */
export async function readTurnMessages(database: Database, turn: TurnPlace): Promise<TurnMessageRecord[]> {
  const messages = await readMessagesOfTurns(database, [turn]);
  return messages.get(turn.index) ?? [];
}

/** The messages of several turns of one conversation, by the turn's index; reads only their own sessions. */
export async function readMessagesOfTurns(
  database: Database,
  turns: readonly TurnPlace[],
): Promise<Map<number, TurnMessageRecord[]>> {
  const ordered = [...turns].sort((a, b) => a.index - b.index);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const { conversationId } = first;
  const generation = await liveGeneration(database);
  const place = [generation, conversationId] as const;
  const sessions = await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([...place, Dexie.minKey], [...place, Dexie.maxKey])
    .toArray();
  const fromSeq = sessions.filter((session) => session.fromAt <= first.startedAt).at(-1)?.fromSeq ?? Dexie.minKey;
  const toSeq = sessions.find((session) => session.fromAt > last.startedAt)?.fromSeq ?? Dexie.maxKey;
  const starts = await database.turns
    .where('[generation+conversationId+index]')
    .between([...place, first.index], [...place, last.index + 1], true, true)
    .toArray();
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([conversationId, fromSeq], [conversationId, toSeq], true, false)
    .toArray();
  const messages = await withTexts(database, entries);
  const bounds = [...starts.map((turn) => turn.startedAt), ...sessions.map((session) => session.fromAt)];
  return new Map(
    ordered.map((turn) => {
      const end = Math.min(...bounds.filter((at) => at > turn.startedAt), Number.POSITIVE_INFINITY);
      return [turn.index, messages.filter(({ at }) => at >= turn.startedAt && at < end)];
    }),
  );
}

async function withTexts(database: Database, entries: readonly StoredEntry[]): Promise<TurnMessageRecord[]> {
  const messages = entries.filter((entry) => !entry.history);
  const texts = await database.texts.bulkGet(messages.map((entry) => entry.key));
  const authors = await readAuthors(database, messages);
  return messages.flatMap(({ key, at, uncertain, closing, perfunctory, recalled }, index) => {
    const author = authors[index] ?? null;
    const text = texts[index]?.text ?? null;
    return author === null ? [] : [{ key, at, author, text, uncertain, closing, perfunctory, recalled }];
  });
}
