import type { ComparedFigure } from '@/lib/domain/platformReport';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { ProactiveMessage } from '../conversationState';
import { type LeftOutReason, leftOutReason, proactiveLeftOutReason, settledState } from '../counted';
import { figuresOfDay } from './agentDays';
import { ourFigure } from './ourFigure';
import { type TurnDoubt, turnDoubts } from './turnDoubts';

/** A turn that could explain a difference: counted where the platform may not count it, or the other way round. */
export interface ExplainingTurn {
  turn: Turn;
  /** Why we left it out of this figure; null = we counted it. */
  reason: LeftOutReason | 'uncertain' | null;
  /** What else is in doubt about it. */
  doubts: TurnDoubt[];
  /** Our value if it were the other way round. */
  value: number;
}

/** Of a figure that is a sum, any turn changes it: only those in doubt can explain anything. */
const sums: ReadonlySet<ComparedFigure> = new Set(['customers', 'incoming', 'outgoing', 'answerQuestionRatio']);
const inSeconds: ReadonlySet<ComparedFigure> = new Set([
  'firstResponseMs',
  'averageResponseMs',
  'within30',
  'within180',
]);

/** At most so many are worth looking at. */
const shown = 5;

/**
 * The turns that could explain why theirs is not ours: those of which a single one, counted instead of left out or the
 * other way round, brings our figure closer to theirs; first those about which something is in doubt, then the closest;
 * at most five. Our figure is worked out anew for each of them.
 */
export function explainingTurns(input: {
  figure: ComparedFigure;
  turns: readonly Turn[];
  proactive?: readonly ProactiveMessage[];
  /** Those whose first reply may be automatic. */
  inReview?: ReadonlySet<Turn>;
  profile: Profile;
  theirs: number;
}): ExplainingTurn[] {
  const { figure, profile, theirs } = input;
  // Who is left out is decided here, so that one of them can be let in without the others.
  const open: Profile = { ...profile, window: null, exemptDays: [], offDutyTurns: 'count' };
  const reasonOf = (turn: Turn) => leftOutReason(turn, settledState(turn, profile, true), profile);
  const counted = input.turns.filter((turn) => reasonOf(turn) === null);
  const proactive = (input.proactive ?? []).filter((message) => proactiveLeftOutReason(message, profile) === null);
  const valueWith = (turns: readonly Turn[]) => ourFigure(figure, figuresOfDay({ turns, proactive }, open));
  const now = valueWith(counted);
  const distance = now === null ? Number.POSITIVE_INFINITY : Math.abs(now - theirs);
  if (distance === 0) return [];
  const found: ExplainingTurn[] = [];
  const consider = (turn: Turn, reason: ExplainingTurn['reason'], turns: readonly Turn[]) => {
    const doubts = turnDoubts(turn, profile, input.inReview?.has(turn));
    if (reason === null && doubts.length === 0 && sums.has(figure)) return;
    const value = valueWith(turns);
    if (value !== null && Math.abs(value - theirs) < distance) found.push({ turn, reason, doubts, value });
  };
  for (const turn of input.turns) {
    const reason = reasonOf(turn);
    if (reason !== null) consider(turn, reason, [...counted, letIn(turn)]);
    else {
      const others = counted.filter((other) => other !== turn);
      if (turn.uncertain && inSeconds.has(figure)) consider(turn, 'uncertain', [...others, letIn(turn)]);
      else consider(turn, null, others);
    }
  }
  const rank = ({ reason, doubts, value }: ExplainingTurn) => ({
    plain: reason === null && doubts.length === 0 ? 1 : 0,
    away: Math.abs(value - theirs),
  });
  return found
    .map((one) => ({ one, ...rank(one) }))
    .sort((a, b) => a.plain - b.plain || a.away - b.away)
    .slice(0, shown)
    .map(({ one }) => one);
}

/** The turn as it would be if nothing kept it out. */
function letIn(turn: Turn): Turn {
  return { ...turn, state: turn.repliedAt === null ? 'unanswered' : 'answered', uncertain: false };
}
