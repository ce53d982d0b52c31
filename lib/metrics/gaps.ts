import type { Turn } from '@/lib/domain/turn';
import type { Stretch } from './figures/coverage';

/** A workbench that stays closed for longer was closed on purpose: the agent was off duty, and nothing is missing. */
export const CLOSED_ON_PURPOSE_MS = 4 * 3_600_000;

/**
 * Whether observation failed at some moment at which a turn was open: from its clock to its reply or end, or, open
 * still, to `now`. A reply that was not seen to come may have come in the gap, and so may a message that restarts it.
 */
export function overlapsGap(turn: Turn, gaps: readonly Stretch[], now: number): boolean {
  const end = turn.endedAt ?? now;
  return gaps.some((gap) => gap.from < end && gap.to > turn.startedAt);
}

/** The turns, those that overlap a gap marked uncertain; the others are the same objects as before. */
export function markGaps(turns: readonly Turn[], gaps: readonly Stretch[], now: number): Turn[] {
  return turns.map((turn) => (!turn.uncertain && overlapsGap(turn, gaps, now) ? { ...turn, uncertain: true } : turn));
}

/** A pause, and the customers who were waiting when it began or came to wait during it. */
export interface PauseSummary {
  from: number;
  to: number;
  minutes: number;
  /** Conversations with a turn open in it, each once. */
  waiting: string[];
}

/** Each pause with its length in minutes and who was waiting. */
export function summarizePauses(pauses: readonly Stretch[], turns: readonly Turn[]): PauseSummary[] {
  return pauses.map(({ from, to }) => {
    const waiting = turns.filter((turn) => turn.startedAt < to && (turn.endedAt ?? to) > from);
    const ids = new Set(waiting.map((turn) => turn.conversationId));
    return { from, to, minutes: (to - from) / 60_000, waiting: [...ids] };
  });
}
