import type { StoredEntry } from '@/lib/domain/entry';
import type { AlignableRow } from './types';

/** Another tab may draw a message this much earlier than the one that is read. */
const TAB_LAG_MS = 5000;

const UNIT_MS = { second: 1000, minute: 60_000, day: 86_400_000 } as const;

/**
 * The first row that can be none of the stored entries, whatever it says: an observer saw it arrive later than everything
 * that is stored. rows.length = none.
 */
export function provenNewFrom(known: readonly StoredEntry[], rows: readonly AlignableRow[]): number {
  const last = Math.max(-Infinity, ...known.map(latest));
  const first = rows.findIndex(({ seenAt }) => (seenAt ?? -Infinity) > last + TAB_LAG_MS);
  return first < 0 ? rows.length : first;
}

/** The latest moment at which it can have been written. */
function latest({ observedAt, at, shownPrecision }: StoredEntry): number {
  return observedAt ?? at + (shownPrecision === null ? 0 : UNIT_MS[shownPrecision]);
}
