import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import { dayNumber, zoneOf } from '@/lib/metrics/zone';
import { classificationIn } from '../classify';
import type { Database } from '../database';
import { authorIn } from '../ownAuthor';
import type { StoredConversation } from '../records.types';
import type { GenerationRules } from '../rules';
import type { ConversationEntries, TimeSpan } from './dayConversations';

/** A conversation's entries from the start of a session on, whichever sessions a profile makes. */
export interface WholeSessions extends ConversationEntries {
  /** The agent's last message in front of them asked something. */
  asked: boolean;
}

/** Whose messages they are, and which profile divides them. */
export interface SessionRules {
  profile: Profile;
  /** The live one: how it takes the messages holds. */
  generation: number;
  rules: GenerationRules | null;
}

/** Entries read at once, on the way back to where a session surely begins and forth to where it surely ends. */
const PIECE = 32;
/** Conversations that are completed at once. */
const AT_ONCE = 50;
/** Turns that began earlier are over by any profile's limit, an hour's leeway included. */
const LONGEST_TURN_MS = 25 * 3_600_000;

/**
 * Completes what some conversations say in a span to whole sessions: back to an entry before which nothing is open,
 * held or running by the profile, and on to where what began in the span is settled. What comes out of folding that is,
 * within the span, what comes out of folding the whole conversation.
 */
export async function readWholeSessions(
  database: Database,
  read: readonly ConversationEntries[],
  by: SessionRules & { span: TimeSpan },
): Promise<WholeSessions[]> {
  const whole: WholeSessions[] = [];
  for (let start = 0; start < read.length; start += AT_ONCE) {
    const piece = read.slice(start, start + AT_ONCE);
    whole.push(...(await Promise.all(piece.map((one) => wholeSessions(database, one, by)))));
  }
  return whole;
}

/** Conversations with a turn that was open when a span began, and no entry in it so far: they count as pressure. */
export async function readOpenBefore(
  database: Database,
  { from, generation, known }: { from: number; generation: number; known: ReadonlySet<string> },
): Promise<ConversationEntries[]> {
  const turns = await database.turns
    .where('[generation+startedAt]')
    .between([generation, from - LONGEST_TURN_MS], [generation, from], true, false)
    .filter(({ endedAt, conversationId }) => (endedAt === null || endedAt >= from) && !known.has(conversationId))
    .toArray();
  const ids = [...new Set(turns.map(({ conversationId }) => conversationId))];
  const conversations = await database.conversations.bulkGet(ids);
  return conversations.flatMap((conversation) => (conversation === undefined ? [] : [{ conversation, entries: [] }]));
}

async function wholeSessions(
  database: Database,
  { conversation, entries }: ConversationEntries,
  by: SessionRules & { span: TimeSpan },
): Promise<WholeSessions> {
  const own = entries.length > 0 ? entries : await lastBefore(database, conversation.id, by.span.from);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return { conversation, entries: [], asked: false };
  const [{ before, asked }, behind] = await Promise.all([
    readBack(database, { conversation, first, by }),
    readOn(database, { conversation, last, by }),
  ]);
  return { conversation, entries: [...before, ...own, ...behind], asked };
}

async function lastBefore(database: Database, id: string, from: number): Promise<StoredEntry[]> {
  const last = await database.entries
    .where('[conversationId+seq]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .reverse()
    .filter(({ at }) => at < from)
    .first();
  return last === undefined ? [] : [last];
}

/** What stands in front of an entry, from the first before which a session surely ended. */
async function readBack(
  database: Database,
  { conversation, first, by }: { conversation: StoredConversation; first: StoredEntry; by: SessionRules },
): Promise<{ before: StoredEntry[]; asked: boolean }> {
  const before: StoredEntry[] = [];
  for (let next = first; ; ) {
    const piece = await database.entries
      .where('[conversationId+seq]')
      .between([conversation.id, Dexie.minKey], [conversation.id, next.seq], true, false)
      .reverse()
      .limit(PIECE)
      .toArray();
    for (const entry of piece) {
      if (endsBetween(entry, next, conversation, by)) return { before: before.reverse(), asked: entry.asks === true };
      before.push(entry);
      next = entry;
    }
    if (piece.length < PIECE) return { before: before.reverse(), asked: false };
  }
}

/** What stands behind an entry, until a session surely ended and the span is over. */
async function readOn(
  database: Database,
  {
    conversation,
    last,
    by,
  }: { conversation: StoredConversation; last: StoredEntry; by: SessionRules & { span: TimeSpan } },
): Promise<StoredEntry[]> {
  const behind: StoredEntry[] = [];
  for (let before = last; ; ) {
    const piece = await database.entries
      .where('[conversationId+seq]')
      .between([conversation.id, before.seq], [conversation.id, Dexie.maxKey], false, true)
      .limit(PIECE)
      .toArray();
    for (const entry of piece) {
      if (entry.at >= by.span.to && endsBetween(before, entry, conversation, by)) return behind;
      behind.push(entry);
      before = entry;
    }
    if (piece.length < PIECE) return behind;
  }
}

/**
 * Whether the profile's session ends between two neighbouring entries whatever came before: the first is a counted
 * reply, behind which nothing is open and no robot holds, and the second comes so late, or on another day, that the
 * session has ended. By a profile whose sessions end with a close alone it is not known.
 */
function endsBetween(
  before: StoredEntry,
  next: StoredEntry,
  conversation: StoredConversation,
  { profile, generation, rules }: SessionRules,
): boolean {
  if (before.history || before.recalled || authorIn(before, conversation, rules) !== 'agent') return false;
  if (classificationIn(before, generation).perfunctory) return false;
  const { sessionIdleMs, reopenWithinMs, splitByDay, timeZone, dayStartsAtMs } = profile;
  if (sessionIdleMs !== null && next.at - before.at > Math.max(sessionIdleMs, reopenWithinMs)) return true;
  if (!splitByDay) return false;
  const zone = zoneOf(timeZone);
  return dayNumber(zone, before.at, dayStartsAtMs) !== dayNumber(zone, next.at, dayStartsAtMs);
}
