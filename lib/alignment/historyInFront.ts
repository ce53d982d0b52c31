import type { StoredEntry } from '@/lib/domain/entry';
import { itemAt } from './itemAt';
import { newEntry } from './newEntry';
import { correctedShown } from './times';
import type { AlignableRow, NewEntry } from './types';

/** Rows in front of the conversation's first entry, as history: `seq` counts down. */
export function historyInFront(
  rows: readonly AlignableRow[],
  first: StoredEntry | undefined,
  clockSkewMs: number,
): { index: number; entry: NewEntry }[] {
  let at = first?.at ?? Infinity;
  let seq = first?.seq ?? 0;
  const entries: { index: number; entry: NewEntry }[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = itemAt(rows, index);
    at = row.shown === null ? at : Math.min(at, correctedShown(row.shown, clockSkewMs));
    seq--;
    entries.unshift({ index, entry: newEntry(row, { at, seq, uncertain: true, history: true, observedAt: null }) });
  }
  return entries;
}
