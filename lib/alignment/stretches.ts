import type { StoredEntry } from '@/lib/domain/entry';
import { commonRows } from './commonRows';
import { compatible, sameContent, sideOfEntry, sideOfRow } from './compatible';
import type { Correspondence } from './correspondence.types';
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
  const missing = numbers(Math.min(...taken), tail.length).filter((position) => !taken.has(position));
  const strangers = [...result.between, ...numbers(result.after, rows.length).filter((r) => !result.pairs.has(r))];
  for (const r of strangers) {
    const row = rows[r];
    const i = missing.findIndex((position) => {
      const entry = tail[position];
      return row && entry && row.textHash !== null && compatible(entry, row) && !arrivedApart(entry, row);
    });
    const [position] = i < 0 ? [] : missing.splice(i, 1);
    if (position !== undefined) pair(r, position);
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
): number {
  let same = 0;
  for (; same < open.length && same < missing.length; same++) {
    const row = rows[open[same] ?? -1];
    const entry = tail[missing[same] ?? -1];
    if (!row || !entry || !compatible(entry, row)) break;
    pair(open[same] ?? -1, missing[same] ?? -1);
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
  const gap = missing.findIndex((position) => tail[position]?.afterGap);
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
  const at = (i: number) => ({ row: rows[open[i] ?? -1], entry: tail[missing[i] ?? -1] });
  const sameLength = open.length === missing.length;
  if (sameLength && open.every((_, i) => hasSameSide(at(i)))) {
    // Hemmed in on both sides: an own row that was re-keyed, a text that was translated.
    open.forEach((r, i) => {
      pair(r, missing[i] ?? -1);
    });
    return;
  }
  const entries = missing.flatMap((position) => tail[position] ?? []);
  const between = open.flatMap((number) => rows[number] ?? []);
  const found = new Map(commonRows(entries, between, compatible));
  for (const [i, j] of found) pair(open[i] ?? -1, missing[j] ?? -1);
  const rest = open.filter((_, i) => !found.has(i));
  if (missing.length === found.size) result.between.push(...rest);
  else {
    result.between.push(...rest.filter((r) => rows[r]?.id !== null));
    if (rest.some((r) => rows[r]?.id === null)) {
      result.ambiguous = true;
      result.gapBefore.push(next);
    }
  }
}

function hasSameSide({ row, entry }: { row: AlignableRow | undefined; entry: StoredEntry | undefined }): boolean {
  if (!row || !entry || sideOfEntry(entry) !== sideOfRow(row)) return false;
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
  let same = 0;
  while (same < open.length && same < missing.length) {
    const row = rows[open[same] ?? -1];
    const entry = tail[missing[same] ?? -1];
    if (!row || !entry || !fits(entry, row)) break;
    pair(open[same] ?? -1, missing[same] ?? -1);
    same++;
  }
  const restRows = open.slice(same);
  const restEntries = missing.slice(same);
  const found = commonRows(
    restEntries.flatMap((position) => tail[position] ?? []),
    restRows.flatMap((number) => rows[number] ?? []),
    fits,
  );
  for (const [i, j] of found) pair(restRows[i] ?? -1, restEntries[j] ?? -1);
  const behind = found.length === 0 ? 0 : (found[found.length - 1]?.[0] ?? -1) + 1;
  const fresh = restRows.slice(behind);
  const inside = restRows.slice(0, behind).filter((_, i) => !found.some(([r]) => r === i));
  result.between.push(...inside.filter((r) => rows[r]?.id !== null));
  if (inside.some((r) => rows[r]?.id === null)) result.ambiguous = true;
  result.after = fresh[0] ?? rows.length;
}

function bothShown(entry: StoredEntry, row: AlignableRow): boolean {
  return entry.shownAt !== null && row.shown !== null;
}
