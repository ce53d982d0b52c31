import type { FigureName } from '@/lib/domain/figureRef';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { explain } from '../explain';
import type { NotInFigureReason } from '../explainValue';
import type { ComparedFigure } from './types';

/** A turn that could explain a difference: counted where the platform may not count it, or the other way round. */
export interface ExplainingTurn {
  turn: Turn;
  /** Why we left it out; null = we counted it. */
  reason: NotInFigureReason | null;
  /** Our value if it were the other way round. */
  value: number;
}

const figures: Partial<Record<ComparedFigure, { figure: FigureName; seconds?: number }>> = {
  firstResponseMs: { figure: 'firstResponseMs' },
  averageResponseMs: { figure: 'averageResponseMs' },
  within30: { figure: 'within', seconds: 30 },
  within180: { figure: 'within', seconds: 180 },
  replyRate: { figure: 'replyRate' },
};

/** At most so many are worth looking at. */
const shown = 5;

/**
 * The turns that could explain why theirs is not ours: those of which a single one, counted instead of left out or the
 * other way round, brings our mean closer to theirs; the closest first, at most five. Figures that are no mean over
 * turns (counts, answer/question ratio) have none.
 */
export function explainingTurns(input: {
  figure: ComparedFigure;
  turns: readonly Turn[];
  profile: Profile;
  theirs: number;
}): ExplainingTurn[] {
  const asked = figures[input.figure];
  if (asked === undefined) return [];
  const { profile, theirs } = input;
  const { made, leftOut } = explain({ ...asked, turns: input.turns, profile, now: null, final: true });
  const sum = made.reduce((total, { value }) => total + value, 0);
  const distance = made.length === 0 ? Number.POSITIVE_INFINITY : Math.abs(sum / made.length - theirs);
  const candidates: ExplainingTurn[] = [];
  for (const { turn, value } of made) {
    if (made.length > 1) candidates.push({ turn, reason: null, value: (sum - value) / (made.length - 1) });
  }
  for (const { turn, reason } of leftOut) {
    const value = valueIfCounted(turn, input.figure);
    if (value !== null) candidates.push({ turn, reason, value: (sum + value) / (made.length + 1) });
  }
  const closeness = ({ value }: ExplainingTurn) => Math.abs(value - theirs);
  return candidates
    .filter((candidate) => closeness(candidate) < distance)
    .sort((a, b) => closeness(a) - closeness(b))
    .slice(0, shown);
}

/** What a turn that we left out would bring; null when it has no such value. */
function valueIfCounted(turn: Turn, figure: ComparedFigure): number | null {
  if (figure === 'replyRate') return turn.repliedAt === null ? 0 : 1;
  const latency = turn.repliedAt === null ? null : turn.repliedAt - turn.clockAt;
  if (figure === 'within30' || figure === 'within180') {
    const limitMs = figure === 'within30' ? 30_000 : 180_000;
    return latency !== null && latency <= limitMs ? 1 : 0;
  }
  return latency;
}
