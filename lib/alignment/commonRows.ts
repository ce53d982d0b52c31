import type { StoredEntry } from '@/lib/domain/entry';
import { itemAt } from './itemAt';
import type { AlignableRow } from './types';

/**
 * The longest common subsequence of rows and entries under a test, as pairs in order. Of equally long ones, the one that
 * pairs latest with latest.
 */
export function commonRows(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  fits: (entry: StoredEntry, row: AlignableRow) => boolean,
): [row: number, position: number][] {
  const width = tail.length + 1;
  const lengths = new Uint16Array((rows.length + 1) * width);
  const at = (r: number, p: number) => lengths[r * width + p] ?? 0;
  for (let r = 1; r <= rows.length; r++) {
    for (let p = 1; p <= tail.length; p++) {
      const isSame = fits(itemAt(tail, p - 1), itemAt(rows, r - 1));
      lengths[r * width + p] = isSame ? at(r - 1, p - 1) + 1 : Math.max(at(r - 1, p), at(r, p - 1));
    }
  }
  const pairs: [number, number][] = [];
  let r = rows.length;
  let p = tail.length;
  while (r > 0 && p > 0) {
    if (fits(itemAt(tail, p - 1), itemAt(rows, r - 1))) {
      pairs.unshift([r - 1, p - 1]);
      r--;
      p--;
    } else if (at(r - 1, p) >= at(r, p - 1)) r--;
    else p--;
  }
  return pairs;
}
