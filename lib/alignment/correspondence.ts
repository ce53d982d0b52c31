import type { StoredEntry } from '@/lib/domain/entry';
import { findAnchors, inOrder } from './anchors';
import { commonRows } from './commonRows';
import { compatible, sameContent, sideOfEntry, sideOfRow } from './compatible';
import { evidenceOf } from './evidence';
import { possibleShifts, seriousShifts } from './shifts';
import type { AlignableReading, AlignableRow } from './types';

/** Below this, rows that agree here and there prove nothing. */
const PATCHWORK_ROWS = 2;
const PATCHWORK_BITS = 6;
const PATCHWORK_SURE_BITS = 30;
const STRONG_BITS = 20;
/** Two tabs see one row arrive within this; a repeated text takes longer. */
const SAME_ARRIVAL_MS = 60_000;

/** What each row of a window is, against the tail. */
export interface Correspondence {
  /** Row number → position in the tail. */
  pairs: Map<number, number>;
  /** First row that is certainly behind the tail; rows.length = none. */
  after: number;
  /** Rows that certainly stand in front of the tail: the first so many. */
  before: number;
  /** Rows between two known ones that the tail lacks. */
  between: number[];
  /** Entries in front of which messages are missing that nobody can place. */
  gapBefore: number[];
  /** Entries in front of which nothing is missing any more. */
  closedGaps: number[];
  /** What stands behind the tail need not follow it directly: something in between may be missing. */
  detached: boolean;
  /** Some rows can be explained in more than one way; nothing is said of them. */
  ambiguous: boolean;
  /** No row is known. */
  noOverlap: boolean;
  /** The pairs are beyond doubt, so that an observer's older token may give way to its newer one. */
  strong: boolean;
}

type Window = Pick<AlignableReading, 'rows' | 'readAt' | 'reachesEnd'>;

/** Finds which rows are which entries. Neither side contains provisional entries or events without rows. */
export function correspond(tail: readonly StoredEntry[], reading: Window): Correspondence {
  const { rows } = reading;
  const anchors = findAnchors(tail, rows);
  if (anchors.size > 0) return aroundAnchors(tail, reading, anchors);

  // Rows in front of the last gap's end may be those that are missing: only what follows it runs on without a break.
  const start = afterLastGap(tail);
  const { shifts, sure } = seriousShifts(possibleShifts(tail.slice(start), reading));
  const [best, ...rivals] = shifts;
  if (!best) return reading.reachesEnd ? patchwork(tail, reading, start) : nowhere(rows);
  const strong = best.bits >= STRONG_BITS;
  // In the middle of a conversation few rows that agree may just as well be others that say the same.
  if (!reading.reachesEnd && !(sure && strong)) return { ...nowhere(rows), ambiguous: !sure, noOverlap: false };
  const after = Math.min(best.after, ...rivals.map((rival) => rival.after));
  const pairs = new Map<number, number>();
  // A wrong pair would hand an observer's token to the wrong entry, and mislead every later reading.
  if (sure) {
    const end = rows.length - best.after;
    for (let r = end - best.overlap; r < end; r++) pairs.set(r, r + best.by + start);
  }
  const ambiguous = best.doubtful || rivals.some((rival) => rival.after !== best.after);
  // What is put in front can be out of place; what is put behind the end's last row cannot.
  const before = ambiguous || !strong || start > 0 ? 0 : Math.min(best.before, ...rivals.map((rival) => rival.before));
  return {
    ...nowhere(rows),
    pairs,
    after: rows.length - after,
    before,
    ambiguous,
    detached: ambiguous,
    noOverlap: false,
    strong,
  };
}

/** Nothing is known. At the end of the conversation the caller takes the rows for new. */
function nowhere(rows: readonly AlignableRow[]): Correspondence {
  return {
    pairs: new Map(),
    after: rows.length,
    before: 0,
    between: [],
    gapBefore: [],
    closedGaps: [],
    detached: true,
    ambiguous: false,
    noOverlap: true,
    strong: false,
  };
}

/** Position of the first entry behind the last gap; 0 = the tail has none. */
function afterLastGap(tail: readonly StoredEntry[]): number {
  for (let position = tail.length - 1; position > 0; position--) if (tail[position]?.afterGap) return position;
  return 0;
}

/**
 * The end of the conversation does not fit as a whole (a message was taken back, a text was translated): known rows with
 * strangers in between. Too few of them prove nothing.
 */
function patchwork(tail: readonly StoredEntry[], reading: Window, start: number): Correspondence {
  const { rows } = reading;
  const known = (entry: StoredEntry, row: AlignableRow) =>
    entry.textHash !== null && row.textHash !== null && compatible(entry, row);
  const evidence = evidenceOf(tail, rows);
  let bits = 0;
  const anchors = new Map<number, number>();
  for (const [r, p] of commonRows(tail.slice(start), rows, known)) {
    const row = rows[r];
    const entry = tail[p + start];
    if (row && entry) bits += evidence(entry, row);
    anchors.set(r, p + start);
  }
  if (anchors.size < PATCHWORK_ROWS || bits < PATCHWORK_BITS) {
    // Up to the last row that may be known nothing is taken for new.
    return { ...nowhere(rows), after: Math.max(-1, ...anchors.keys()) + 1 };
  }
  const found = aroundAnchors(tail, reading, anchors);
  if (bits >= PATCHWORK_SURE_BITS) return found;
  return { ...found, before: 0, between: [], ambiguous: true, detached: true, strong: false };
}

/** Works outwards from rows that are known beyond doubt, stretch by stretch between them. */
function aroundAnchors(
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

  const [firstRow, firstPosition] = chain[0] ?? [0, 0];
  let r = firstRow - 1;
  let p = firstPosition - 1;
  for (; r >= 0 && p >= 0; r--, p--) {
    // What stands in front of a gap's end on the page may be what is missing.
    if (tail[p + 1]?.afterGap) break;
    const row = rows[r];
    const entry = tail[p];
    if (free(r) && row && entry && !taken.has(p) && compatible(entry, row)) pair(r, p);
    else if (free(r)) break;
  }
  if (p < 0) result.before = r + 1;

  for (let i = 0; i + 1 < chain.length; i++) {
    const [r0, p0] = chain[i] ?? [0, 0];
    const [r1, p1] = chain[i + 1] ?? [0, 0];
    const open = numbers(r0 + 1, r1).filter(free);
    const missing = numbers(p0 + 1, p1).filter((position) => !taken.has(position));
    if (numbers(p0 + 1, p1 + 1).some((position) => tail[position]?.afterGap))
      fillGap(tail, rows, open, missing, pair, result, p1);
    else fillBetween(tail, rows, open, missing, pair, result, p1);
  }

  const [lastRow, lastPosition] = chain[chain.length - 1] ?? [0, 0];
  const open = numbers(lastRow + 1, rows.length).filter(free);
  const missing = numbers(lastPosition + 1, tail.length).filter((position) => !taken.has(position));
  if (missing.some((position) => tail[position]?.afterGap)) {
    // Ahead lies a gap: what follows on the page may be what is missing, or what stands behind it.
    const beforeGap = missing.slice(
      0,
      missing.findIndex((position) => tail[position]?.afterGap),
    );
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

/** Two tabs can show an own row and a customer's that crossed it in different orders: the row is known all the same. */
function findSwapped(
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

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Pairs as long as both sides agree, from the front; how many. */
function matchForwards(
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
function fillGap(
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

function fillBetween(
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
function fillEnd(
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
