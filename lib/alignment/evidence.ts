import type { StoredEntry } from '@/lib/domain/entry';
import { sideOfEntry, sideOfRow } from './compatible';
import type { AlignableRow } from './types';

/** Two observers that saw the same row arrive differ by less than this; different rows rarely do. */
const SAME_ARRIVAL_MS = 3000;
const OTHER_ARRIVAL_MS = 60_000;
const ARRIVAL_BITS = 8;
const SHOWN_BITS = 6;

const contentKey = (side: string, textHash: string | null): string => `${side}|${textHash}`;

/**
 * How much it says, in bits, that a row fits an entry: a rare text says much, a text that stands everywhere says little,
 * an unknown text nothing. Arrivals seen at the same moment, and equal shown times, add to it.
 */
export function evidenceOf(tail: readonly StoredEntry[], rows: readonly AlignableRow[]) {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const entry of tail) count(contentKey(sideOfEntry(entry), entry.textHash));
  for (const row of rows) count(contentKey(sideOfRow(row), row.textHash));
  const total = tail.length + rows.length;

  return (entry: StoredEntry, row: AlignableRow): number => {
    let bits = 0;
    if (entry.textHash !== null && row.textHash !== null) {
      bits += Math.log2(total / (counts.get(contentKey(sideOfRow(row), row.textHash)) ?? total));
    }
    if (entry.observedAt !== null && row.seenAt !== null) {
      const apart = Math.abs(entry.observedAt - row.seenAt);
      if (apart < SAME_ARRIVAL_MS) bits += ARRIVAL_BITS;
      else if (apart > OTHER_ARRIVAL_MS) bits -= ARRIVAL_BITS;
    }
    if (entry.shownAt !== null && row.shown !== null && row.shown.precision === 'second') bits += SHOWN_BITS;
    return bits;
  };
}
