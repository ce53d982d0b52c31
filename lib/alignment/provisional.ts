import type { StoredEntry } from '@/lib/domain/entry';
import { itemAt } from './itemAt';
import { correctedShown } from './times';
import type { AlignableRow } from './types';

/** The badge in one tab and the row in another are the same arrival. */
const SAME_MOMENT_MS = 1000;
const SAME_ARRIVAL_MS = 10_000;
/** A transcript may be this late against the badge; after that a provisional message without a row never had one. */
const ROW_OVERDUE_MS = 15_000;
/** A row whose own time is later than the badge by more than this came after it; shown times and clocks are this exact. */
const SENT_LATER_MS = 1000;

export interface ProvisionalInput {
  provisionals: readonly StoredEntry[];
  /** The new rows behind the tail, in order, by row number. */
  fresh: readonly { number: number; row: AlignableRow }[];
  readAt: number;
  /** Row numbers of those whose text the list showed, by key. */
  announced: ReadonlyMap<string, number>;
  /** See AlignInput; null = not measured. */
  clockSkewMs: number | null;
  /** Nothing is hidden behind the last row, and all rows are understood. */
  complete: boolean;
}

export interface ProvisionalResult {
  /** Row number → the provisional message that it is. */
  bound: Map<number, StoredEntry>;
  /** Provisional messages that never had a row. */
  removed: StoredEntry[];
}

/**
 * A customer's rows behind the tail are the messages that the badge announced: the last k rows are the last k messages, in
 * order, unless the texts that the list showed say which they are, or the rows' own times that they came after the badge.
 * A row that was seen arriving was announced only if the badge moved at about that time.
 */
export function bindProvisionals(input: ProvisionalInput): ProvisionalResult {
  const bound = new Map<number, StoredEntry>();
  const customers = input.fresh.filter(({ row }) => row.author === 'customer');
  const stood = customers.filter(({ row }) => row.seenAt === null);
  const arrived = customers.filter(({ row }) => row.seenAt !== null);
  const open = [...input.provisionals];

  const stands = new Set(stood.map(({ number }) => number));
  const standingAt = (entry: StoredEntry): number | null => {
    const number = input.announced.get(entry.key);
    return number !== undefined && stands.has(number) ? number : null;
  };
  const apart = (entry: StoredEntry, { seenAt }: AlignableRow) =>
    standingAt(entry) === null ? Math.abs((seenAt ?? Infinity) - entry.at) : Infinity;
  let limit = open.length;
  for (let i = arrived.length - 1; i >= 0; i--) {
    const fresh = itemAt(arrived, i);
    const nearest = nearestOf(open.slice(0, limit), (entry) => apart(entry, fresh.row));
    const entry = open[nearest];
    if (!entry || apart(entry, fresh.row) > SAME_MOMENT_MS) break;
    bound.set(fresh.number, entry);
    open.splice(nearest, 1);
    arrived.splice(i, 1);
    limit = nearest;
  }
  // Rows that stood there stand in front of those that were seen arriving.
  for (const { entries, after, before } of stretchesOf(open.splice(0, limit), standingAt, bound)) {
    const last = entries.at(-1);
    const standing = stood.filter(
      ({ number, row }) => number > after && number < before && !(last && isSentAfter(row, last, input.clockSkewMs)),
    );
    for (const { number } of standing.slice(-Math.max(1, entries.length))) {
      const entry = entries.shift();
      if (entry) bound.set(number, entry);
    }
    open.unshift(...entries);
  }
  for (const { number, row } of arrived) {
    const [entry] = open;
    if (!entry || apart(entry, row) > SAME_ARRIVAL_MS) continue;
    open.shift();
    bound.set(number, entry);
  }
  const answered = Math.max(
    -Infinity,
    ...input.fresh.flatMap(({ row }) => (row.author === 'own' ? [row.seenAt ?? -Infinity] : [])),
  );
  const removed = input.complete
    ? open.filter(({ at }) => input.readAt - at > ROW_OVERDUE_MS || answered > at + SAME_MOMENT_MS)
    : [];
  return { bound, removed };
}

/** The customer wrote it when the badge had announced the message already: the agent had just opened the conversation. */
function isSentAfter({ shown }: AlignableRow, { observedAt }: StoredEntry, clockSkewMs: number | null): boolean {
  if (shown?.precision !== 'second' || clockSkewMs === null || observedAt === null) return false;
  return correctedShown(shown, clockSkewMs) > observedAt + SENT_LATER_MS;
}

/**
 * Binds the entries whose row is known, and gives the others in stretches, the last first, each with the rows between
 * which its own stand.
 */
function stretchesOf(
  entries: readonly StoredEntry[],
  rowOf: (entry: StoredEntry) => number | null,
  bound: Map<number, StoredEntry>,
): { entries: StoredEntry[]; after: number; before: number }[] {
  const stretches = [];
  let before = Infinity;
  let between: StoredEntry[] = [];
  for (const entry of [...entries].reverse()) {
    const row = rowOf(entry);
    if (row === null || row >= before) {
      between.unshift(entry);
      continue;
    }
    bound.set(row, entry);
    stretches.push({ entries: between, after: row, before });
    before = row;
    between = [];
  }
  return [...stretches, { entries: between, after: -1, before }];
}

/** Position of the least; of equal ones the last. -1 = there are none. */
function nearestOf(entries: readonly StoredEntry[], distance: (entry: StoredEntry) => number): number {
  let best = -1;
  let least = Infinity;
  entries.forEach((entry, i) => {
    if (distance(entry) > least) return;
    best = i;
    least = distance(entry);
  });
  return best;
}
