import type { Profile } from '@/lib/domain/profile';
import type { TargetFigure } from '@/lib/domain/target';
import type { TurnState } from '@/lib/domain/turn';
import { isCounted, type TurnRow } from './turnRow';

/** What is listed. Every part must hold; null or '' = any. */
export interface TurnFilter {
  /** Part of a customer's name, shop or account. */
  query: string;
  state: TurnState | null;
  person: string | null;
  conversationId: string | null;
  slow: boolean;
  uncertain: boolean;
  /** Only the turns that made this figure. */
  figure: TargetFigure | null;
}

/** Lists everything. */
export const NO_FILTER: TurnFilter = {
  query: '',
  state: null,
  person: null,
  conversationId: null,
  slow: false,
  uncertain: false,
  figure: null,
};

/** The rules that decide which turns a figure is made of. */
export type FigureRules = Pick<Profile, 'averageIncludesFirst' | 'rateUnit' | 'unansweredCountsAsMs'>;

/** Whether a turn went into a figure, by the profile's rules. */
export function madeFigure(figure: TargetFigure, row: TurnRow, rules: FigureRules): boolean {
  if (!isCounted(row)) return false;
  const { state, first } = row.turn;
  switch (figure) {
    case 'firstResponse':
      return first && row.latencyMs !== null;
    case 'averageResponse': {
      if (first && !rules.averageIncludesFirst) return false;
      return row.latencyMs !== null || (state === 'unanswered' && rules.unansweredCountsAsMs !== null);
    }
    case 'within':
      if (rules.rateUnit === 'firstTurnOfSession' && !first) return false;
      return row.latencyMs !== null || state === 'unanswered' || state === 'pending';
    case 'replyRate':
    case 'answerQuestionRatio':
      return true;
  }
}

/** The rows that a filter lets through, in their order. */
export function filterTurns(
  rows: readonly TurnRow[],
  filter: TurnFilter,
  { rules, slowTurnMs }: { rules: FigureRules; slowTurnMs: number },
): TurnRow[] {
  const query = filter.query.trim().toLowerCase();
  return rows.filter((row) => {
    const { turn } = row;
    if (filter.state !== null && turn.state !== filter.state) return false;
    if (filter.person !== null && (turn.person ?? '') !== filter.person) return false;
    if (filter.conversationId !== null && turn.conversationId !== filter.conversationId) return false;
    if (filter.slow && (row.latencyMs === null || row.latencyMs <= slowTurnMs)) return false;
    if (filter.uncertain && !turn.uncertain) return false;
    if (filter.figure !== null && !madeFigure(filter.figure, row, rules)) return false;
    if (query === '') return true;
    return [row.customerName, row.shop, row.workbenchName].some((text) => text?.toLowerCase().includes(query) ?? false);
  });
}

/** Whether anything is filtered at all. */
export function isFiltered(filter: TurnFilter): boolean {
  return (Object.keys(NO_FILTER) as (keyof TurnFilter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}
