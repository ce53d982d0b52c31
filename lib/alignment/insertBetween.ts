import type { StoredEntry } from '@/lib/domain/entry';
import type { Correspondence } from './correspondence.types';
import type { AlignmentDraft } from './draft';
import { itemAt } from './itemAt';
import { newEntry, rawTime } from './newEntry';
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
  for (const [left, indexes] of stretches(found)) {
    const position = found.pairs.get(left);
    const previous = position === undefined ? undefined : known[position];
    const next = position === undefined ? undefined : known[position + 1];
    if (!previous || !next) continue;
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

/** The rows to be inserted, by the known row in front of them. */
function stretches({ between, pairs }: Correspondence): Map<number, number[]> {
  const byLeft = new Map<number, number[]>();
  for (const index of [...between].sort((a, b) => a - b)) {
    let left = index - 1;
    while (left >= 0 && !pairs.has(left)) left--;
    byLeft.set(left, [...(byLeft.get(left) ?? []), index]);
  }
  return byLeft;
}
