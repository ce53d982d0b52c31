import type { TurnState } from '@/lib/domain/turn';
import type { TurnRow } from './turnRow';

/** What is listed. Every part must hold; null or '' = any. */
export interface TurnFilter {
  /** Part of a customer's name, shop or account. */
  query: string;
  state: TurnState | null;
  person: string | null;
  conversationId: string | null;
  slow: boolean;
  uncertain: boolean;
  /** 待确认 alone. */
  review: boolean;
}

/** Lists everything. */
export const NO_FILTER: TurnFilter = {
  query: '',
  state: null,
  person: null,
  conversationId: null,
  slow: false,
  uncertain: false,
  review: false,
};

/** The rows that a filter lets through, in their order. */
export function filterTurns(
  rows: readonly TurnRow[],
  filter: TurnFilter,
  { slowTurnMs }: { slowTurnMs: number },
): TurnRow[] {
  const query = filter.query.trim().toLowerCase();
  return rows.filter((row) => {
    const { turn } = row;
    if (filter.state !== null && turn.state !== filter.state) return false;
    if (filter.person !== null && (turn.person ?? '') !== filter.person) return false;
    if (filter.conversationId !== null && turn.conversationId !== filter.conversationId) return false;
    if (filter.slow && (row.latencyMs === null || row.latencyMs <= slowTurnMs)) return false;
    if (filter.uncertain && !turn.uncertain) return false;
    if (filter.review && !row.review) return false;
    if (query === '') return true;
    return [row.customerName, row.shop, row.workbenchName].some((text) => text?.toLowerCase().includes(query) ?? false);
  });
}

/** Whether anything is filtered at all. */
export function isFiltered(filter: TurnFilter): boolean {
  return (Object.keys(NO_FILTER) as (keyof TurnFilter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}
