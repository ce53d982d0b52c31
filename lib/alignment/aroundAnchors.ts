import type { StoredEntry } from '@/lib/domain/entry';
import { inOrder } from './anchors';
import { compatible } from './compatible';
import type { Correspondence, Window } from './correspondence.types';
import { itemAt } from './itemAt';
import { nowhere } from './nowhere';
import { fillBetween, fillEnd, fillGap, findSwapped, matchForwards, numbers } from './stretches';

/** Works outwards from rows that are known beyond doubt, stretch by stretch between them. */
export function aroundAnchors(
  tail: readonly StoredEntry[],
  { rows, reachesEnd }: Window,
  anchors: ReadonlyMap<number, number>,
): Correspondence {
  const result: Correspondence = {
    ...nowhere(rows),
    pairs: new Map(anchors),
    detached: false,
    noOverlap: false,
    strong: true,
  };
  const chain = inOrder(anchors);
  const taken = new Set(anchors.values());
  const pair = (r: number, p: number) => {
    result.pairs.set(r, p);
    taken.add(p);
  };
  const free = (r: number) => !result.pairs.has(r);
  const opensAfterGap = (position: number) => itemAt(tail, position).afterGap === true;

  const [firstRow, firstPosition] = itemAt(chain, 0);
  let r = firstRow - 1;
  let p = firstPosition - 1;
  for (; r >= 0 && p >= 0; r--) {
    // What stands in front of a gap's end on the page may be what is missing.
    if (itemAt(tail, p + 1).afterGap) break;
    if (!free(r)) continue;
    if (taken.has(p) || !compatible(itemAt(tail, p), itemAt(rows, r))) break;
    pair(r, p);
    p--;
  }
  if (p < 0) result.before = r + 1;

  for (let i = 1; i < chain.length; i++) {
    const [r0, p0] = itemAt(chain, i - 1);
    const [r1, p1] = itemAt(chain, i);
    const open = numbers(r0 + 1, r1).filter(free);
    const missing = numbers(p0 + 1, p1).filter((position) => !taken.has(position));
    if (numbers(p0 + 1, p1 + 1).some(opensAfterGap)) fillGap(tail, rows, open, missing, pair, result, p1);
    else fillBetween(tail, rows, open, missing, pair, result, p1);
  }

  const [lastRow, lastPosition] = itemAt(chain, chain.length - 1);
  const open = numbers(lastRow + 1, rows.length).filter(free);
  const missing = numbers(lastPosition + 1, tail.length).filter((position) => !taken.has(position));
  if (missing.some(opensAfterGap)) {
    // Ahead lies a gap: what follows on the page may be what is missing, or what stands behind it.
    const beforeGap = missing.slice(0, missing.findIndex(opensAfterGap));
    matchForwards(tail, rows, open, beforeGap, pair);
    return { ...result, ambiguous: true, detached: true };
  }
  fillEnd(tail, rows, open, missing, pair, result);
  if (!reachesEnd && missing.some((position) => !taken.has(position))) {
    // It ends in front of what is known, so nothing in it can be behind.
    return { ...result, between: [], after: rows.length, ambiguous: result.after < rows.length };
  }
  findSwapped(tail, rows, pair, result);
  return result;
}
