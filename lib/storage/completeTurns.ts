import type { StoredEntry } from '@/lib/domain/entry';
import type { Turn } from '@/lib/domain/turn';
import type { FoldedConversation } from './foldStored';
import { isInReview } from './ownAuthor';
import type { StoredConversation, StoredTurn } from './records.types';
import type { GenerationRules } from './rules';
import { isStepped, type Surroundings } from './surroundings';

/**
 * Adds to turns what the log does not know: when the agent opened the conversation and first typed, how many others
 * were waiting when the turn began, the texts that are still unanswered, and whether the clock was moved meanwhile.
 * `old` = the turns as they are stored, in whichever generation.
 */
export function completeTurns({
  conversation,
  generation,
  folded,
  entries,
  old,
  around,
  rules,
}: {
  conversation: StoredConversation;
  generation: number;
  folded: FoldedConversation;
  entries: readonly StoredEntry[];
  old: readonly StoredTurn[];
  around: Surroundings;
  /** Whose messages they are; null = as they were recorded. */
  rules: GenerationRules | null;
}): StoredTurn[] {
  const before = new Map(old.map((turn) => [turn.startedAt, turn]));
  const inReview = entries.filter((entry) => isInReview(entry, conversation, rules)).map(({ at }) => at);
  const starts = [...folded.turns, ...folded.sessions].map(({ startedAt }) => startedAt);
  const readFrom = entries[0]?.at ?? Number.POSITIVE_INFINITY;
  return folded.turns.map((turn) => {
    const same = before.get(turn.startedAt);
    const reply = turn.repliedAt === null ? undefined : replyOf(turn, entries);
    const { steps, othersWaiting, unansweredTexts } = around;
    const isPending = turn.state === 'pending';
    const end = Math.min(Number.POSITIVE_INFINITY, ...starts.filter((at) => at > turn.startedAt));
    // Of what stands in front of these entries, only the stored turn knows.
    const review =
      inReview.some((at) => at >= turn.startedAt && at < end) ||
      (turn.startedAt < readFrom && same?.reviewAt !== undefined);
    return {
      ...turn,
      id: turnId(generation, turn),
      generation,
      workbenchId: conversation.workbenchId,
      account: conversation.account,
      shop: conversation.shop,
      pressure: same?.pressure ?? (isPending ? othersWaiting : null),
      uncertain: turn.uncertain || isStepped(turn, steps),
      openedAt: reply === undefined ? (same?.openedAt ?? null) : (reply.openedAt ?? null),
      firstKeyAt: reply === undefined ? (same?.firstKeyAt ?? null) : (reply.firstKeyAt ?? null),
      unansweredTexts: isPending ? unansweredTexts : [],
      ...(review ? { reviewAt: turn.startedAt } : {}),
    };
  });
}

/** The key of a turn of a generation. */
export function turnId(generation: number, { conversationId, index }: Pick<Turn, 'conversationId' | 'index'>): string {
  return `${generation}|${conversationId}|${index}`;
}

function replyOf(turn: Turn, entries: readonly StoredEntry[]): StoredEntry | undefined {
  return entries.find(
    (entry) => (entry.author === 'agent' || entry.author === 'assist') && entry.at === turn.repliedAt,
  );
}
