import type { StoredEntry } from '@/lib/domain/entry';
import { sameContent } from './compatible';
import { tokensOf } from './tokens';
import type { AlignableRow } from './types';

/** Values that occur once only, with their position. */
function uniquePositions(
  tail: readonly StoredEntry[],
  read: (entry: StoredEntry) => readonly (string | number | null)[],
) {
  const positions = new Map<string | number, number>();
  const repeated = new Set<string | number>();
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
  const arrivals = new Map<number, number>();
  for (const { seenAt } of rows) if (seenAt !== null) arrivals.set(seenAt, (arrivals.get(seenAt) ?? 0) + 1);

  const anchors = new Map<number, number>();
  const taken = new Set<number>();
  const take = (row: number, position: number | undefined) => {
    if (position === undefined || taken.has(position) || anchors.has(row)) return;
    anchors.set(row, position);
    taken.add(position);
  };
  rows.forEach((row, number) => {
    if (row.id !== null) take(number, byId.get(row.id));
  });
  rows.forEach((row, number) => {
    if (row.token !== null) take(number, byToken.get(row.token));
  });
  rows.forEach((row, number) => {
    if (row.seenAt === null || arrivals.get(row.seenAt) !== 1) return;
    const position = byArrival.get(row.seenAt);
    const entry = position === undefined ? undefined : tail[position];
    if (entry && sameContent(entry, row) && (entry.id === null || row.id === null)) take(number, position);
  });
  return anchors;
}

/** The most anchors that stand in the same order on both sides. The others are known too, but say nothing of order. */
export function inOrder(anchors: ReadonlyMap<number, number>): [row: number, position: number][] {
  const pairs = [...anchors].sort((a, b) => a[0] - b[0]);
  const best: { length: number; before: number }[] = [];
  let end = -1;
  pairs.forEach(([, position], i) => {
    let length = 1;
    let before = -1;
    for (let j = 0; j < i; j++) {
      const other = pairs[j];
      const chain = best[j];
      if (other && chain && other[1] < position && chain.length + 1 > length) {
        length = chain.length + 1;
        before = j;
      }
    }
    best.push({ length, before });
    if (length > (best[end]?.length ?? 0)) end = i;
  });
  const chain: [number, number][] = [];
  for (let i = end; i >= 0; i = best[i]?.before ?? -1) {
    const pair = pairs[i];
    if (pair) chain.unshift(pair);
  }
  return chain;
}
