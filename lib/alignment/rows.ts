import type { StoredEntry } from '@/lib/domain/entry';
import type { AlignableRow } from './types';

/** It stands on the page; the store's own events do not. */
export function hasRow(entry: StoredEntry): boolean {
  return entry.event !== 'checked';
}

/** A row with its number in the reading. */
export interface NumberedRow {
  row: AlignableRow;
  number: number;
}

/** Hidden copies and doubled drawing: of two rows with one id or token the first counts. */
export function withoutRepeats(rows: readonly AlignableRow[]): NumberedRow[] {
  const ids = new Set<string | null>();
  const tokens = new Set<string | null>();
  return rows
    .map((row, number) => ({ row, number }))
    .filter(({ row: { id, token } }) => {
      const repeated = ids.has(id) || tokens.has(token);
      if (id !== null) ids.add(id);
      if (token !== null) tokens.add(token);
      return !repeated;
    });
}
