import type { StoredEntry } from '@/lib/domain/entry';
import { authorOfRow } from './compatible';
import { type Correspondence, correspond } from './correspondence';
import { endOfHistory } from './firstReading';
import { learn } from './learn';
import { bindProvisionals } from './provisional';
import { correctedShown, inTimeOrder, type RawTime, type SettledTime } from './times';
import type { AlignableRow, AlignInput, AlignResult, NewEntry } from './types';

const EVENTS_WITHOUT_ROW = new Set(['checked']);

/** It stands on the page; the store's own events do not. */
function isRow(entry: StoredEntry): boolean {
  return entry.event === null || !EVENTS_WITHOUT_ROW.has(entry.event);
}

/** A new row on its way to become an entry. */
interface Arrival {
  number: number;
  row: AlignableRow;
  history: boolean;
  /** The provisional message that it turned out to be. */
  bound: StoredEntry | null;
}

/**
 * Compares a reading with the stored tail of its conversation: which rows are known and what they have gained, which are new
 * and when they happened, which are history. Whatever has more than one explanation is a gap and stores nothing: never a
 * duplicate. Pure; the same reading again changes nothing.
 */
export function align(input: AlignInput): AlignResult {
  const { tail, reading } = input;
  const clockSkewMs = input.clockSkewMs ?? 0;
  const rows = withoutRepeats(reading.rows);
  const numbers = rows.map(({ number }) => number);
  const window = rows.map(({ row }) => row);
  const provisionals = tail.filter((entry) => entry.provisional);
  const known = tail.filter((entry) => !entry.provisional && isRow(entry));
  const result: AlignResult = {
    matched: [],
    inserted: [],
    removed: [],
    gap: null,
    changedFrom: null,
    incomingAdded: 0,
    skewSamplesMs: [],
  };
  if (window.length === 0) return result;

  const found: Correspondence =
    known.length === 0
      ? { pairs: new Map(), after: 0, before: 0, between: [], ambiguous: false, noOverlap: false, strong: true }
      : correspond(known, { ...reading, rows: window });
  const lastAt = Math.max(-Infinity, ...tail.map((entry) => entry.at));
  if (found.ambiguous || found.noOverlap) {
    const reason = found.ambiguous ? 'ambiguous' : 'noOverlap';
    result.gap = { from: Math.min(lastAt, reading.readAt), to: reading.readAt, reason };
  }
  const touch = (at: number) => {
    result.changedFrom = Math.min(result.changedFrom ?? at, at);
  };
  const insert = (index: number, entry: NewEntry) => {
    result.inserted.push({ row: numbers[index] ?? index, entry });
    if (entry.history) return;
    touch(entry.at);
    if (entry.author === 'customer') result.incomingAdded++;
  };

  for (const [index, position] of found.pairs) {
    const row = window[index];
    const entry = known[position];
    if (!row || !entry) continue;
    const changes = learn({
      entry,
      row,
      previous: known[position - 1],
      next: known[position + 1],
      clockSkewMs,
      strong: found.strong,
    });
    result.matched.push({ row: numbers[index] ?? index, key: entry.key, changes });
    if (!changes) continue;
    if (changes.history === false && entry.author === 'customer') result.incomingAdded++;
    if ('textHash' in changes || 'at' in changes || 'author' in changes)
      touch(Math.min(entry.at, changes.at ?? entry.at));
  }

  if (input.tailComplete) {
    for (const { index, entry } of historyInFront(window.slice(0, found.before), known[0], clockSkewMs)) {
      insert(index, entry);
    }
  }
  insertBetween(found, known, window, clockSkewMs, insert);

  // A window that shares nothing with the tail is behind it only where it shows the end of the conversation.
  const from = found.noOverlap ? (reading.reachesEnd ? 0 : window.length) : found.after;
  const behind = window
    .map((row, number) => ({ row, number }))
    .filter(({ number }) => number >= from && !found.pairs.has(number));
  const { bound, removed } = bindProvisionals({
    provisionals,
    fresh: behind,
    readAt: reading.readAt,
    complete: reading.reachesEnd && result.gap === null,
  });
  const counts = firstThatCounts(input, found, known, window, bound, clockSkewMs);
  const arrivals: Arrival[] = behind.map(({ row, number }) => ({
    number,
    row,
    history: number < counts,
    bound: bound.get(number) ?? null,
  }));
  storeArrivals(input, arrivals, { known, clockSkewMs }, numbers, result, insert, touch);
  for (const entry of removed) {
    result.removed.push(entry.key);
    touch(entry.at);
  }
  result.matched.sort((a, b) => a.row - b.row);
  result.inserted.sort((a, b) => a.entry.seq - b.entry.seq);
  return result;
}

/** Hidden copies and doubled drawing: of two rows with one id the first counts. */
function withoutRepeats(rows: readonly AlignableRow[]): { row: AlignableRow; number: number }[] {
  const ids = new Set<string>();
  const tokens = new Set<string>();
  return rows
    .map((row, number) => ({ row, number }))
    .filter(({ row: { id, token } }) => {
      const repeated = (id !== null && ids.has(id)) || (token !== null && tokens.has(token));
      if (id !== null) ids.add(id);
      if (token !== null) tokens.add(token);
      return !repeated;
    });
}

/** Number of the first row behind the tail that is no history. */
function firstThatCounts(
  { reading, waitingSince = null }: AlignInput,
  found: Correspondence,
  known: readonly StoredEntry[],
  window: readonly AlignableRow[],
  bound: ReadonlyMap<number, StoredEntry>,
  clockSkewMs: number,
): number {
  const last = known[known.length - 1];
  if (last && !found.noOverlap) return 0;
  const isLater = (number: number) => {
    const shown = window[number]?.shown;
    // Proof, where no row is known: shown as later than all that is stored.
    return !!last && !!shown && shown.precision !== 'day' && correctedShown(shown, clockSkewMs) > last.at + 1000;
  };
  const arrived = (number: number) => bound.has(number) || isLater(number);
  return endOfHistory({ ...reading, rows: window }, arrived, clockSkewMs, waitingSince);
}

function historyInFront(rows: readonly AlignableRow[], first: StoredEntry | undefined, clockSkewMs: number) {
  let at = first?.at ?? Infinity;
  let seq = first?.seq ?? 0;
  const entries: { index: number; entry: NewEntry }[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (!row) continue;
    at = row.shown === null ? at : Math.min(at, correctedShown(row.shown, clockSkewMs));
    seq--;
    entries.unshift({ index, entry: newEntry(row, { at, seq, uncertain: true, history: true, observedAt: null }) });
  }
  return entries;
}

/** Rows that the store missed although it knows both neighbours. */
function insertBetween(
  found: Correspondence,
  known: readonly StoredEntry[],
  window: readonly AlignableRow[],
  clockSkewMs: number,
  insert: (index: number, entry: NewEntry) => void,
): void {
  const used = new Map<number, number>();
  for (const index of [...found.between].sort((a, b) => a - b)) {
    const row = window[index];
    let left = index - 1;
    while (left >= 0 && !found.pairs.has(left)) left--;
    const position = found.pairs.get(left);
    const previous = position === undefined ? undefined : known[position];
    const next = position === undefined ? undefined : known[position + 1];
    if (!row || !previous || !next) continue;
    const [time] = inTimeOrder([rawTime(row, clockSkewMs)], previous.at, next.at);
    const seq = ((used.get(left) ?? previous.seq) + next.seq) / 2;
    used.set(left, seq);
    const at = Math.min(time?.at ?? next.at, next.at);
    insert(
      index,
      newEntry(row, {
        at,
        seq,
        uncertain: time?.uncertain !== false || at !== time.at,
        history: previous.history && next.history,
        observedAt: row.seenAt,
      }),
    );
  }
}

/** The best time that a row alone gives. */
function rawTime(row: AlignableRow, clockSkewMs: number): RawTime {
  if (row.seenAt !== null) return { at: row.seenAt, uncertain: false, firm: true };
  if (row.shown === null) return { at: null, uncertain: true, firm: false };
  return { at: correctedShown(row.shown, clockSkewMs), uncertain: row.shown.precision !== 'second', firm: false };
}

function arrivalTime(arrival: Arrival, clockSkewMs: number): RawTime {
  const { row, bound } = arrival;
  if (bound && (!bound.uncertain || row.seenAt !== null)) {
    const seen = row.seenAt ?? Infinity;
    return { at: bound.uncertain ? seen : Math.min(bound.at, seen), uncertain: false, firm: true };
  }
  const time = rawTime(row, clockSkewMs);
  return bound && time.uncertain ? { at: bound.at, uncertain: true, firm: false } : time;
}

function storeArrivals(
  { tail, reading, waitingSince = null }: AlignInput,
  arrivals: readonly Arrival[],
  { known, clockSkewMs }: { known: readonly StoredEntry[]; clockSkewMs: number },
  numbers: readonly number[],
  result: AlignResult,
  insert: (index: number, entry: NewEntry) => void,
  touch: (at: number) => void,
): void {
  const firstCounting = arrivals.find(({ history, row }) => !history && row.author === 'customer');
  const floor = Math.max(-Infinity, ...known.map((entry) => entry.at));
  const raw = arrivals.map((arrival) => {
    const beganBefore = arrival === firstCounting && known.length === 0 && waitingSince !== null;
    const time = arrivalTime(arrival, clockSkewMs);
    return beganBefore && time.uncertain ? { ...time, at: Math.min(waitingSince, reading.readAt) } : time;
  });
  const times = inTimeOrder(raw, floor, reading.readAt);
  const places = placesBehind(tail, known, arrivals, times);
  const boundKeys = new Set(arrivals.flatMap(({ bound }) => bound?.key ?? []));
  arrivals.forEach(({ number, row, history, bound }, i) => {
    const { at: own, uncertain } = times[i] ?? { at: reading.readAt, uncertain: true };
    const seq = places[i] ?? 0;
    const inFront = tail.filter((entry) => entry.seq < seq && entry !== bound && !boundKeys.has(entry.key));
    const at = Math.max(own, ...inFront.map((entry) => entry.at));
    if (bound) {
      const observedAt = Math.min(bound.observedAt ?? Infinity, row.seenAt ?? Infinity);
      const fields = newEntry(row, {
        at,
        seq,
        uncertain: bound.uncertain && uncertain,
        history: false,
        observedAt: Number.isFinite(observedAt) ? observedAt : null,
      });
      const { recalled: _, event: __, ...changes } = fields;
      result.matched.push({ row: numbers[number] ?? number, key: bound.key, changes });
      touch(Math.min(bound.at, at));
      return;
    }
    insert(number, newEntry(row, { at, seq, uncertain: uncertain || history, history, observedAt: row.seenAt }));
    if (row.seenAt !== null && row.author === 'customer' && row.shown?.precision === 'second') {
      result.skewSamplesMs.push(row.shown.at - row.seenAt);
    }
  });
}

/**
 * `seq` of each arrival: behind the known rows; in front of the provisional message that follows it, and of a `checked`
 * that the store appended before a late reading came; else behind everything.
 */
function placesBehind(
  tail: readonly StoredEntry[],
  known: readonly StoredEntry[],
  arrivals: readonly Arrival[],
  times: readonly SettledTime[],
): number[] {
  let last = Math.max(0, ...known.map((entry) => entry.seq));
  let end = Math.max(last, ...tail.map((entry) => entry.seq));
  return arrivals.map(({ bound }, i) => {
    if (bound && bound.seq > last) {
      last = bound.seq;
      return last;
    }
    const at = times[i]?.at ?? Infinity;
    const limits = [
      ...arrivals.slice(i + 1).flatMap((later) => later.bound?.seq ?? []),
      ...tail.flatMap((entry) => (entry.event !== null && !isRow(entry) && entry.at > at ? [entry.seq] : [])),
    ].filter((seq) => seq > last);
    last = limits.length > 0 ? (last + Math.min(...limits)) / 2 : end + 1;
    end = Math.max(end, last);
    return last;
  });
}

function newEntry(
  row: AlignableRow,
  given: Pick<NewEntry, 'at' | 'seq' | 'uncertain' | 'history' | 'observedAt'>,
): NewEntry {
  return {
    ...given,
    author: row.author === null ? null : authorOfRow[row.author],
    event: row.event,
    id: row.id,
    textHash: row.textHash,
    length: row.length,
    shownAt: row.shown?.at ?? null,
    shownPrecision: row.shown?.precision ?? null,
    token: row.token,
    provisional: false,
    recalled: false,
  };
}
