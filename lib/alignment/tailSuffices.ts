import type { StoredEntry } from '@/lib/domain/entry';
import { findAnchors } from './anchors';
import { hasRow } from './rows';
import type { AlignableRow } from './types';

/** Besides as many entries as there are rows: those that have no row, and one in front of the first. */
const MARGIN = 8;

/** How many of a conversation's last entries are read at first for so many rows. */
export function firstTailLength(rows: number): number {
  return rows + MARGIN;
}

/**
 * Whether aligning with more of the conversation would give the same: from the first row on each is known beyond doubt,
 * one after the other up to the last entry, and an observer saw those behind it arrive.
 */
export function tailSuffices(tail: readonly StoredEntry[], rows: readonly AlignableRow[]): boolean {
  const known = tail.filter((entry) => !entry.provisional && hasRow(entry));
  const anchors = findAnchors(known, rows);
  const end = anchors.size;
  const start = known.length - end;
  return (
    start > 0 &&
    end > 0 &&
    known.some(({ author }) => author === 'customer') &&
    rows.every((row, number) => (number < end ? anchors.get(number) === start + number : row.seenAt !== null))
  );
}
