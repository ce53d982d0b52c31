import type { StoredEntry } from '@/lib/domain/entry';
import { authorOfRow } from './compatible';
import { withToken } from './tokens';
import type { AlignableRow, EntryChanges } from './types';

export interface LearnInput {
  entry: StoredEntry;
  row: AlignableRow;
  /** Its neighbours in the tail: a better time must stay between theirs. */
  previous: StoredEntry | undefined;
  next: StoredEntry | undefined;
  /** See Correspondence. */
  strong: boolean;
}

/**
 * What a stored entry gains from the row that it was recognised in; null = nothing. Key, order and first observed time stay;
 * a time that was uncertain becomes certain when another tab saw the row arrive.
 */
export function learn({ entry, row, previous, next, strong }: LearnInput): EntryChanges | null {
  const changes: EntryChanges = {};
  if (row.textHash !== null && row.textHash !== entry.textHash) {
    changes.textHash = row.textHash;
    changes.length = row.length;
  }
  if (row.id !== null && row.id !== entry.id) changes.id = row.id;
  // A token on the wrong entry would mislead every later reading.
  const token = row.token === null || !strong ? entry.token : withToken(entry.token, row.token);
  if (token !== entry.token) changes.token = token;
  if (row.shown !== null && isFiner(row.shown.precision, entry.shownPrecision)) {
    changes.shownAt = row.shown.at;
    changes.shownPrecision = row.shown.precision;
  }
  // A mark such as 自动回复 may come after the row; it is never taken away again.
  if (entry.author === 'agent' && row.author !== null && row.author !== 'customer' && row.author !== 'own') {
    changes.author = authorOfRow[row.author];
  }
  if (entry.observedAt === null && row.seenAt !== null) {
    changes.observedAt = row.seenAt;
    if (entry.history) changes.history = false;
  }
  const better = betterTime(entry, row);
  const fits = better !== null && better >= (previous?.at ?? -Infinity) && better <= (next?.at ?? Infinity);
  if (fits) {
    changes.at = better;
    changes.uncertain = false;
  } else if (changes.history === false) {
    // Seen arriving, yet out of order with what is stored: it stays what it was.
    delete changes.history;
    delete changes.observedAt;
  }
  return Object.keys(changes).length === 0 ? null : changes;
}

function betterTime(entry: StoredEntry, row: AlignableRow): number | null {
  if (entry.observedAt !== null) return null;
  return entry.uncertain || entry.history ? row.seenAt : null;
}

const FINENESS = { day: 1, minute: 2, second: 3 } as const;

function isFiner(shown: keyof typeof FINENESS, stored: StoredEntry['shownPrecision']): boolean {
  return stored === null || FINENESS[shown] > FINENESS[stored];
}
