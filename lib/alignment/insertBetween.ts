import type { StoredEntry } from '@/lib/domain/entry';
import type { Correspondence } from './correspondence.types';
import type { AlignmentDraft } from './draft';
import { itemAt } from './itemAt';
import { newEntry, rawTime } from './newEntry';
import { numbers } from './stretches';
import { inTimeOrder } from './times';
import type { AlignableRow } from './types';

/** Stores the rows that the store missed although it knows both neighbours. */
export function insertBetween(
  draft: AlignmentDraft,
  found: Correspondence,
  known: readonly StoredEntry[],
  window: readonly AlignableRow[],
  clockSkewMs: number | null,
): void {
  for (const [position, indexes] of stretches(found, known.length - 1)) {
    const previous = itemAt(known, position);
    const next = itemAt(known, position + 1);
    const rows = indexes.map((index) => ({ index, row: itemAt(window, index) }));
    const times = inTimeOrder(
      rows.map(({ row }) => rawTime(row, clockSkewMs)),
      previous.at,
      next.at,
    );
    let { seq } = previous;
    rows.forEach(({ index, row }, i) => {
      const time = itemAt(times, i);
      seq = (seq + next.seq) / 2;
      const at = Math.min(time.at, next.at);
      const uncertain = time.uncertain || at !== time.at;
      const history = previous.history && next.history;
      draft.insert(index, newEntry(row, { at, seq, uncertain, history, observedAt: row.seenAt }));
    });
  }
}

/**
 * The rows to be inserted, by the position of the known entry in front of them. Never the tail's last one (at `end`): on
 * the page it crossed others, and nothing in the store follows it.
 */
function stretches({ between, pairs }: Correspondence, end: number): Map<number, number[]> {
  const byLeft = new Map<number, number[]>();
  for (const index of between) {
    const inFront = numbers(0, index).map((row) => pairs.get(row) ?? end);
    const left = inFront.filter((position) => position < end).at(-1);
    if (left !== undefined) byLeft.set(left, [...(byLeft.get(left) ?? []), index]);
  }
  return byLeft;
}
