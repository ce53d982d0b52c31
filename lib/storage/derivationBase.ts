import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import { startConversation } from '@/lib/metrics/conversationState';
import type { Database } from './database';
import type { FoldStart } from './foldStored';
import { carriedMaterial, type OldMaterial, readOldMaterial } from './oldMaterial';
import type { AskedMessage, ConversationHead, SessionStart } from './records.types';

/** Where a derivation takes a conversation up. */
export interface DerivationBase {
  start: FoldStart;
  /** What is folded from there on. */
  entries: readonly StoredEntry[];
  /** What those entries, and what the state carries, had brought forth before. */
  old: OldMaterial;
  /** What stood unanswered there. */
  unanswered: readonly AskedMessage[];
  /** The head that it goes on from; absent = from a session's start. */
  head?: ConversationHead;
}

/** Sessions that are looked at first: the one that a change belongs to is nearly always the last. */
const LAST_SESSIONS = 3;

/** From the end on: nothing that stands in front of it is read. */
export async function baseFromHead(
  database: Database,
  head: ConversationHead,
  fresh: readonly StoredEntry[] | null,
): Promise<DerivationBase> {
  const { conversationId, seq, state, partsBefore, asked, unanswered } = head;
  const entries = fresh ?? (await entriesFrom(database, conversationId, seq, true));
  return { start: { state, partsBefore, asked }, entries, old: carriedMaterial(head), unanswered, head };
}

/** From the last session on that began before a moment; −Infinity = the whole conversation. */
export async function baseFromSession(
  database: Database,
  { generation, id, from, head }: { generation: number; id: string; from: number; head: ConversationHead | undefined },
): Promise<DerivationBase> {
  const whole = from === Number.NEGATIVE_INFINITY;
  const start = whole ? undefined : await sessionStartBefore(database, { generation, id, from });
  const [entries, old] = await Promise.all([
    entriesFrom(database, id, start?.fromSeq ?? Dexie.minKey, false),
    readOldMaterial(database, { generation, id, start, head }),
  ]);
  return {
    start: {
      state: start?.state ?? startConversation(id),
      partsBefore: start?.partsBefore ?? { session: 0, proactive: 0, activity: 0 },
      asked: start?.asked ?? false,
    },
    entries,
    old,
    unanswered: [],
  };
}

async function sessionStartBefore(
  database: Database,
  { generation, id, from }: { generation: number; id: string; from: number },
): Promise<SessionStart | undefined> {
  const sessions = () =>
    database.sessions
      .where('[generation+conversationId+fromSeq]')
      .between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey])
      .reverse();
  const last = await sessions().limit(LAST_SESSIONS).toArray();
  const found = last.find((session) => session.fromAt < from);
  if (found !== undefined || last.length < LAST_SESSIONS) return found;
  return sessions()
    .filter((session) => session.fromAt < from)
    .first();
}

async function entriesFrom(
  database: Database,
  conversationId: string,
  seq: number | typeof Dexie.minKey,
  behind: boolean,
): Promise<StoredEntry[]> {
  return database.entries
    .where('[conversationId+seq]')
    .between([conversationId, seq], [conversationId, Dexie.maxKey], !behind, true)
    .toArray();
}
