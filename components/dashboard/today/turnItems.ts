import type { TurnRow } from './turnRow';

/** A short mark beside a turn's state: what it is in the figure that is opened. */
export interface TurnMark {
  text: string;
  title?: string;
}

/** One line of a list of turns. */
export type TurnItem =
  | { kind: 'turn'; key: string; row: TurnRow; marks?: readonly TurnMark[] }
  | { kind: 'heading'; key: string; text: string; count: string };

/** Rows as a list without headings. */
export function itemsOf(rows: readonly TurnRow[]): TurnItem[] {
  return rows.map((row) => ({ kind: 'turn', key: row.key, row }));
}
