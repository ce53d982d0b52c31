import type { FigureName } from '@/lib/domain/figureRef';
import type { MadeBy } from './explain';

const rates: readonly FigureName[] = ['within', 'replyRate', 'turnReplyRate', 'offDutyReplyRate'];

/** Whether a turn's value in a figure says only that it met (1) or missed (0). */
export function isRate(figure: FigureName): boolean {
  return rates.includes(figure);
}

/** A sorted copy, what matters first: misses of a rate, else the largest value; equal ones slowest, then newest first. */
export function orderMade(figure: FigureName, made: readonly MadeBy[]): MadeBy[] {
  const direction = isRate(figure) ? 1 : -1;
  const waited = ({ turn }: MadeBy) => (turn.repliedAt ?? Number.MAX_SAFE_INTEGER) - turn.clockAt;
  return [...made].sort(
    (a, b) => direction * (a.value - b.value) || waited(b) - waited(a) || b.turn.startedAt - a.turn.startedAt,
  );
}
