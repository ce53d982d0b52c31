import type { LeftOut } from './explain';
import type { NotInFigureReason } from './explainValue';

/** A reason as it is told: of excused turns also what excused them. */
export type ToldReason = NotInFigureReason | 'colleague' | 'transferred' | 'closingOnly';

/** The turns that were left out for one reason. */
export interface LeftOutGroup {
  reason: ToldReason;
  turns: LeftOut[];
}

/** Why a turn was left out, as it is told. */
export function toldReason({ turn, reason }: LeftOut): ToldReason {
  if (reason !== 'excused') return reason;
  if (turn.endedBy === 'colleague') return 'colleague';
  if (turn.endedBy === 'transferredOut') return 'transferred';
  return turn.closingOnly ? 'closingOnly' : 'excused';
}

/** The left out turns by reason, the most frequent first, equally frequent ones by name; within each newest first. */
export function groupLeftOut(leftOut: readonly LeftOut[]): LeftOutGroup[] {
  const groups = new Map<ToldReason, LeftOut[]>();
  for (const one of leftOut) {
    const reason = toldReason(one);
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [one]);
    else group.push(one);
  }
  return [...groups]
    .map(([reason, turns]) => ({ reason, turns: turns.sort((a, b) => b.turn.startedAt - a.turn.startedAt) }))
    .sort((a, b) => b.turns.length - a.turns.length || (a.reason < b.reason ? -1 : 1));
}
