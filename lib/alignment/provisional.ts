import type { StoredEntry } from '@/lib/domain/entry';
import type { AlignableRow } from './types';

/** The badge in one tab and the row in another are the same arrival. */
const SAME_MOMENT_MS = 1000;
const SAME_ARRIVAL_MS = 10_000;
/** A transcript may be this late against the badge; after that a provisional message without a row never had one. */
const ROW_OVERDUE_MS = 15_000;

export interface ProvisionalInput {
  provisionals: readonly StoredEntry[];
  /** The new rows behind the tail, in order, by row number. */
  fresh: readonly { number: number; row: AlignableRow }[];
  readAt: number;
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
 * order. A row that was seen arriving was announced only if the badge moved at about that time.
 */
export function bindProvisionals(input: ProvisionalInput): ProvisionalResult {
  const bound = new Map<number, StoredEntry>();
  const customers = input.fresh.filter(({ row }) => row.author === 'customer');
  const stood = customers.filter(({ row }) => row.seenAt === null);
  const arrived = customers.filter(({ row }) => row.seenAt !== null);
  const open = [...input.provisionals];

  const near = (entry: StoredEntry | undefined, seenAt: number | null | undefined, within: number) =>
    entry !== undefined && seenAt !== null && seenAt !== undefined && Math.abs(seenAt - entry.at) <= within;
  for (let last = arrived.at(-1); last && near(open.at(-1), last.row.seenAt, SAME_MOMENT_MS); last = arrived.at(-1)) {
    const entry = open.pop();
    arrived.pop();
    if (entry) bound.set(last.number, entry);
  }
  for (const { number } of stood.slice(-Math.max(1, open.length))) {
    const entry = open.shift();
    if (entry) bound.set(number, entry);
  }
  for (const { number, row } of arrived) {
    if (!near(open[0], row.seenAt, SAME_ARRIVAL_MS)) continue;
    const entry = open.shift();
    if (entry) bound.set(number, entry);
  }
  const answered = Math.max(
    -Infinity,
    ...input.fresh.flatMap(({ row }) => (row.author === 'own' && row.seenAt !== null ? [row.seenAt] : [])),
  );
  const removed = input.complete
    ? open.filter(({ at }) => input.readAt - at > ROW_OVERDUE_MS || answered > at + SAME_MOMENT_MS)
    : [];
  return { bound, removed };
}
