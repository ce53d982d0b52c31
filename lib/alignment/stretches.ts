import type { StoredEntry } from '@/lib/domain/entry';
import { commonRows } from './commonRows';
import { compatible, sameContent, sideOfEntry, sideOfRow } from './compatible';
import type { Correspondence } from './correspondence.types';
import { itemAt } from './itemAt';
import type { AlignableRow } from './types';

/** Two tabs see one row arrive within this; a repeated text takes longer. */
const SAME_ARRIVAL_MS = 60_000;

/** Two tabs can show an own row and a customer's that crossed it in different orders: the row is known all the same. */
export function findSwapped(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  pair: (r: number, p: number) => void,
  result: Correspondence,
): void {
  const taken = new Set(result.pairs.values());
  const missing = numbers(Math.min(...taken), tail.length);
  const strangers = [...result.between, ...numbers(result.after, rows.length).filter((r) => !result.pairs.has(r))];
  for (const r of strangers) {
    const row = itemAt(rows, r);
    if (row.textHash === null) continue;
    const position = missing.find((each) => {
      const entry = itemAt(tail, each);
      return !taken.has(each) && compatible(entry, row) && !arrivedApart(entry, row);
    });
    if (position === undefined) continue;
    taken.add(position);
    pair(r, position);
  }
  result.between = result.between.filter((r) => !result.pairs.has(r));
}

function arrivedApart(entry: StoredEntry, row: AlignableRow): boolean {
  return entry.observedAt !== null && row.seenAt !== null && Math.abs(entry.observedAt - row.seenAt) > SAME_ARRIVAL_MS;
}

/** from, from + 1 … to - 1. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Pairs as long as both sides agree, from the front; how many. */
export function matchForwards(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  open: readonly number[],
  missing: readonly number[],
  pair: (r: number, p: number) => void,
  fits: (entry: StoredEntry, row: AlignableRow) => boolean = compatible,
): number {
  let same = 0;
  for (; same < open.length && same < missing.length; same++) {
    const r = itemAt(open, same);
    const p = itemAt(missing, same);
    if (!fits(itemAt(tail, p), itemAt(rows, r))) break;
    pair(r, p);
  }
  return same;
}

/** Between two known rows lies a gap: what stands there on the page and is not stored is what was missing. */
export function fillGap(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  open: readonly number[],
  missing: readonly number[],
  pair: (r: number, p: number) => void,
  result: Correspondence,
  next: number,
): void {
  const gap = missing.findIndex((position) => itemAt(tail, position).afterGap);
  const inFront = gap < 0 ? missing : missing.slice(0, gap);
  const front = matchForwards(tail, rows, open, inFront, pair);
  const rest = open.slice(front);
  const behind = gap < 0 ? [] : missing.slice(gap);
  const back = matchForwards(tail, rows, [...rest].reverse(), [...behind].reverse(), pair);
  if (front < inFront.length || back < behind.length) {
    result.ambiguous = true;
    return;
  }
  result.between.push(...rest.slice(0, rest.length - back));
  result.closedGaps.push(behind[0] ?? next);
}

/** Between two known rows, where the store knows of no gap. */
export function fillBetween(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  open: readonly number[],
  missing: readonly number[],
  pair: (r: number, p: number) => void,
  result: Correspondence,
  next: number,
): void {
  const entries = missing.map((position) => itemAt(tail, position));
  const between = open.map((number) => itemAt(rows, number));
  const sameLength = open.length === missing.length;
  if (sameLength && between.every((row, i) => hasSameSide(itemAt(entries, i), row))) {
    // Hemmed in on both sides: an own row that was re-keyed, a text that was translated.
    open.forEach((r, i) => {
      pair(r, itemAt(missing, i));
    });
    return;
  }
  const found = new Map(commonRows(entries, between, compatible));
  for (const [i, j] of found) pair(itemAt(open, i), itemAt(missing, j));
  const rest = open.filter((_, i) => !found.has(i));
  if (missing.length === found.size) result.between.push(...rest);
  else {
    result.between.push(...rest.filter((r) => itemAt(rows, r).id !== null));
    if (rest.some((r) => itemAt(rows, r).id === null)) {
      result.ambiguous = true;
      result.gapBefore.push(next);
    }
  }
}

function hasSameSide(entry: StoredEntry, row: AlignableRow): boolean {
  if (sideOfEntry(entry) !== sideOfRow(row)) return false;
  const twoIds = entry.id !== null && row.id !== null;
  return !twoIds || (sameContent(entry, row) && sideOfRow(row) === 'outgoing');
}

/** Behind the last known row both sides run on without a break, so they agree from the start, or a row was taken back. */
export function fillEnd(
  tail: readonly StoredEntry[],
  rows: readonly AlignableRow[],
  open: readonly number[],
  missing: readonly number[],
  pair: (r: number, p: number) => void,
  result: Correspondence,
): void {
  const fits = (entry: StoredEntry, row: AlignableRow) =>
    compatible(entry, row) || (sameContent(entry, row) && sideOfRow(row) === 'outgoing' && !bothShown(entry, row));
  const same = matchForwards(tail, rows, open, missing, pair, fits);
  const restRows = open.slice(same);
  const restEntries = missing.slice(same);
  const found = commonRows(
    restEntries.map((position) => itemAt(tail, position)),
    restRows.map((number) => itemAt(rows, number)),
    fits,
  );
  for (const [i, j] of found) pair(itemAt(restRows, i), itemAt(restEntries, j));
  const behind = 1 + Math.max(-1, ...found.map(([i]) => i));
  const fresh = restRows.slice(behind);
  const inside = restRows.slice(0, behind).filter((_, i) => !found.some(([r]) => r === i));
  result.between.push(...inside.filter((r) => itemAt(rows, r).id !== null));
  if (inside.some((r) => itemAt(rows, r).id === null)) result.ambiguous = true;
  result.after = fresh[0] ?? rows.length;
}

function bothShown(entry: StoredEntry, row: AlignableRow): boolean {
  return entry.shownAt !== null && row.shown !== null;
}
