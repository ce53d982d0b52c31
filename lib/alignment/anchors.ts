import type { StoredEntry } from '@/lib/domain/entry';
import { sameContent } from './compatible';
import { itemAt } from './itemAt';
import { tokensOf } from './tokens';
import type { AlignableRow } from './types';

/** Values that occur once only, with their position. */
function uniquePositions(
  tail: readonly StoredEntry[],
  read: (entry: StoredEntry) => readonly (string | number | null)[],
) {
  const positions = new Map<string | number | null, number>();
  const repeated = new Set<string | number | null>();
  tail.forEach((entry, position) => {
    for (const value of read(entry)) {
      if (value === null) continue;
      if (positions.has(value)) repeated.add(value);
      positions.set(value, position);
    }
  });
  for (const value of repeated) positions.delete(value);
  return positions;
}

/**
 * Rows whose entry is known beyond doubt: the workbench's id, else the token by which the same observer followed the
 * row, else the very millisecond at which that observer saw it arrive. Row number → position in the tail.
 */
export function findAnchors(tail: readonly StoredEntry[], rows: readonly AlignableRow[]): Map<number, number> {
  const byId = uniquePositions(tail, (entry) => [entry.id]);
  const byToken = uniquePositions(tail, (entry) => tokensOf(entry.token));
  const byArrival = uniquePositions(tail, (entry) => [entry.observedAt]);
  const arrivals = new Map<number | null, number>();
  for (const { seenAt } of rows) arrivals.set(seenAt, (arrivals.get(seenAt) ?? 0) + 1);

  const anchors = new Map<number, number>();
  const taken = new Set<number>();
  const take = (row: number, position: number | undefined) => {
    if (position === undefined || taken.has(position) || anchors.has(row)) return;
    anchors.set(row, position);
    taken.add(position);
  };
  rows.forEach((row, number) => {
    take(number, byId.get(row.id));
  });
  rows.forEach((row, number) => {
    take(number, byToken.get(row.token));
  });
  rows.forEach((row, number) => {
    if (arrivals.get(row.seenAt) !== 1) return;
    const position = byArrival.get(row.seenAt);
    if (position === undefined) return;
    const entry = itemAt(tail, position);
    if (sameContent(entry, row) && (entry.id === null || row.id === null)) take(number, position);
  });
  return anchors;
}

/** The most anchors that stand in the same order on both sides. The others are known too, but say nothing of order. */
export function inOrder(anchors: ReadonlyMap<number, number>): [row: number, position: number][] {
  const pairs = [...anchors].sort((a, b) => a[0] - b[0]);
  let longest: [row: number, position: number][] = [];
  // The longest chain that ends with each pair.
  const chains: [row: number, position: number][][] = [];
  for (const pair of pairs) {
    let before: [row: number, position: number][] = [];
    for (const chain of chains) {
      if (itemAt(chain, chain.length - 1)[1] < pair[1] && chain.length > before.length) before = chain;
    }
    const chain = [...before, pair];
    chains.push(chain);
    if (chain.length > longest.length) longest = chain;
  }
  return longest;
}
