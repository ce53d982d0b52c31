import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Turn } from '@/lib/domain/turn';
import type { ConversationState } from '@/lib/metrics/conversationState';
import type { Database } from './database';
import type { AskedMessage, EntryText } from './records.types';

/** A step that began before the first turn can still reach into it; none is longer than the clock was wrong. */
const LONGEST_STEP_MS = 86_400_000;

/** What else there was while turns were open. */
export interface Surroundings {
  /** Steps of the clock. */
  steps: { from: number; to: number }[];
  /** Customers who were waiting when the open turn began; null when that was not asked. */
  othersWaiting: number | null;
  /** Texts of the open turn, as far as they are known. */
  unansweredTexts: string[];
}

/**
 * Reads, in one round trip, what completing turns needs: the clock's steps since they began, and for the open one the
 * customers that waited then in the live generation, and its texts.
 */
export async function readSurroundings(
  database: Database,
  {
    turns,
    unanswered,
    live,
    countOthers,
    clockStepAt,
    texts: written,
  }: {
    turns: readonly Turn[];
    unanswered: readonly AskedMessage[];
    live: number;
    /** Of the open turn it is not known yet how many others waited. */
    countOthers: boolean;
    /** The end of the latest step of the clock; null without one. */
    clockStepAt: number | null;
    /** Texts that need not be read. */
    texts: readonly EntryText[];
  },
): Promise<Surroundings> {
  const since = Math.min(Number.MAX_SAFE_INTEGER, ...turns.map(({ startedAt }) => startedAt));
  const open = turns.find(({ state }) => state === 'pending');
  const asked = open === undefined ? [] : unanswered.filter(({ at }) => at >= open.startedAt);
  const texts = new Map(written.map(({ key, text }) => [key, text]));
  const unread = asked.flatMap(({ key }) => (texts.has(key) ? [] : [key]));
  const [steps, waiting, read] = await Promise.all([
    clockStepAt !== null && clockStepAt >= since - LONGEST_STEP_MS ? readSteps(database, since) : [],
    open !== undefined && countOthers ? waitingAt(database, live, open) : null,
    unread.length > 0 ? database.texts.bulkGet(unread) : [],
  ]);
  for (const text of read) if (text !== undefined) texts.set(text.key, text.text);
  return { steps, othersWaiting: waiting, unansweredTexts: asked.flatMap(({ key }) => texts.get(key) ?? []) };
}

/** The steps of the clock that may reach into turns that began at `since` or later. */
export async function readSteps(database: Database, since: number): Promise<Surroundings['steps']> {
  const gaps = await database.gaps
    .where('from')
    .aboveOrEqual(since - LONGEST_STEP_MS)
    .toArray();
  return gaps.flatMap(({ kind, from, to }) => (kind === 'clockStep' && to !== null ? [{ from, to }] : []));
}

/** Whether the clock was moved while a turn was open. */
export function isStepped({ clockAt, repliedAt }: Turn, steps: Surroundings['steps']): boolean {
  return steps.some(({ from, to }) => from < (repliedAt ?? to) && to > clockAt);
}

/** Conversations other than the turn's in which a customer was waiting when it began. Reads keys alone. */
async function waitingAt(database: Database, live: number, turn: Turn): Promise<number> {
  const ids = await database.turns
    .where('[generation+state+startedAt]')
    .between([live, 'pending', Dexie.minKey], [live, 'pending', turn.startedAt], true, true)
    .primaryKeys();
  const own = `${live}|${turn.conversationId}`;
  return ids.filter((id) => id.slice(0, id.lastIndexOf('|')) !== own).length;
}

/** Of all the customer's messages, those that a state leaves unanswered or held. */
export function stillUnanswered(
  state: ConversationState,
  before: readonly AskedMessage[],
  entries: readonly StoredEntry[],
): AskedMessage[] {
  const since = state.open?.startedAt ?? state.heldSince;
  if (since === null) return [];
  const asked = entries.filter((entry) => entry.author === 'customer' && !entry.history);
  return [...before, ...asked.map(({ key, at, provisional }) => ({ key, at, provisional }))].filter(
    ({ at }) => at >= since,
  );
}
