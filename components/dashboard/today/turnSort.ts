import type { TurnState } from '@/lib/domain/turn';
import type { TurnRow } from './turnRow';

/** Columns of the table, in order. */
export const TURN_COLUMNS = ['time', 'customer', 'shop', 'messages', 'response', 'split', 'person', 'state'] as const;

/** One column of the table. */
export type TurnColumn = (typeof TURN_COLUMNS)[number];

/** By what, and which way. */
export interface TurnSort {
  column: TurnColumn;
  descending: boolean;
}

const STATES: readonly TurnState[] = ['pending', 'unanswered', 'answered', 'excused', 'bot'];
const byText = new Intl.Collator('zh-CN', { numeric: true });

function cellValue(column: TurnColumn, row: TurnRow): number | string | null {
  const { turn } = row;
  switch (column) {
    case 'time':
      return turn.startedAt;
    case 'customer':
      return row.customerName;
    case 'shop':
      return row.shop ?? row.workbenchName;
    case 'messages':
      return turn.incoming;
    case 'response':
      return row.latencyMs;
    case 'split':
      return row.split?.noticeMs ?? null;
    case 'person':
      return turn.person;
    case 'state':
      return STATES.indexOf(turn.state);
  }
}

/** Sorted copy; unknown values come last either way, equal ones newest first. */
export function sortTurns(rows: readonly TurnRow[], { column, descending }: TurnSort): TurnRow[] {
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = cellValue(column, a);
    const right = cellValue(column, b);
    if (left === null || right === null) {
      return left === right ? b.turn.startedAt - a.turn.startedAt : left === null ? 1 : -1;
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : byText.compare(String(left), String(right));
    return order * direction || b.turn.startedAt - a.turn.startedAt;
  });
}
