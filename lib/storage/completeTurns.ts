import type { StoredEntry } from '@/lib/domain/entry';
import type { Turn } from '@/lib/domain/turn';
import type { Database } from './database';
import type { DeriveContext } from './derive';
import type { FoldedConversation } from './foldStored';
import type { StoredConversation, StoredTurn } from './records.types';

/**
 * Adds to turns what the log does not know: when the agent opened the conversation and first typed, how many others
 * were waiting when the turn began, the texts that are still unanswered, and whether the clock was moved meanwhile.
 */
export async function completeTurns(
  context: DeriveContext,
  {
    conversation,
    folded,
    entries,
    old,
    around,
  }: {
    conversation: StoredConversation;
    folded: FoldedConversation;
    entries: readonly StoredEntry[];
    old: readonly StoredTurn[];
    around: Surroundings;
  },
): Promise<StoredTurn[]> {
  const { database, generation } = context;
  const before = new Map(old.map((turn) => [turn.startedAt, turn]));
  const { steps, pending } = around;
  const completed: StoredTurn[] = [];
  for (const turn of folded.turns) {
    const same = before.get(turn.startedAt);
    const reply = turn.repliedAt === null ? undefined : replyOf(turn, entries);
    const pressure = same?.pressure ?? (turn.state === 'pending' ? othersWaiting(pending, turn) : null);
    completed.push({
      ...turn,
      id: `${generation}|${conversation.id}|${turn.index}`,
      generation,
      workbenchId: conversation.workbenchId,
      account: conversation.account,
      shop: conversation.shop,
      pressure,
      uncertain: turn.uncertain || isStepped(turn, steps),
      openedAt: reply === undefined ? (same?.openedAt ?? null) : (reply.openedAt ?? null),
      firstKeyAt: reply === undefined ? (same?.firstKeyAt ?? null) : (reply.firstKeyAt ?? null),
      unansweredTexts: turn.state === 'pending' ? await textsOf(turn, entries, conversation) : [],
    });
  }
  return completed;

  async function textsOf(turn: Turn, all: readonly StoredEntry[], { preview }: StoredConversation): Promise<string[]> {
    const asked = all.filter((entry) => entry.author === 'customer' && !entry.history && entry.at >= turn.startedAt);
    const texts = await database.texts.bulkGet(asked.map((entry) => entry.key));
    const known = texts.flatMap((text) => (text === undefined ? [] : [text.text]));
    // The list shows the last text of a conversation that nobody has opened yet.
    return asked.at(-1)?.provisional === true && preview !== null ? [...known, preview] : known;
  }
}

/** Whether the clock was moved while a turn was open. */
export function isStepped({ clockAt, repliedAt }: Turn, steps: Surroundings['steps']): boolean {
  return steps.some(({ from, to }) => from < (repliedAt ?? to) && to > clockAt);
}

function replyOf(turn: Turn, entries: readonly StoredEntry[]): StoredEntry | undefined {
  return entries.find(
    (entry) => (entry.author === 'agent' || entry.author === 'assist') && entry.at === turn.repliedAt,
  );
}

function othersWaiting(pending: readonly StoredTurn[], turn: Turn): number {
  return pending.filter((other) => other.conversationId !== turn.conversationId && other.startedAt <= turn.startedAt)
    .length;
}

/** A step that began before the first turn can still reach into it; none is longer than the clock was wrong. */
const LONGEST_STEP_MS = 86_400_000;

/** What else there was while turns were open: steps of the clock, and everybody who waits now. */
export interface Surroundings {
  steps: { from: number; to: number }[];
  pending: StoredTurn[];
}

/** Reads what completing turns that began at `since` or later needs; who waits is known in the live generation. */
export async function readAround(
  database: Database,
  { since, live }: { since: number; live: number },
): Promise<Surroundings> {
  const [gaps, pending] = await Promise.all([
    database.gaps
      .where('from')
      .aboveOrEqual(since - LONGEST_STEP_MS)
      .toArray(),
    // Not pendingTurns, which would ask for the live generation once more.
    database.turns.where('[generation+state]').equals([live, 'pending']).toArray(),
  ]);
  const steps = gaps.flatMap(({ kind, from, to }) => (kind === 'clockStep' && to !== null ? [{ from, to }] : []));
  return { steps, pending };
}
