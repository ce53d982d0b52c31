import type { StoredEntry } from '@/lib/domain/entry';
import type { Author, ConversationEvent } from '@/lib/domain/logEntry';
import type { RowAuthor, RowEvent, ShownTime } from '@/lib/domain/reading';
import type { AlignableRow } from './types';

const UNIT_MS = { second: 1000, minute: 60_000, day: 86_400_000 } as const;
const DAY_MS = UNIT_MS.day;
/** An own row first shows this computer's time, and the server's a moment later. */
const OWN_CLOCK_TOLERANCE_MS = 90_000;

/** What a row's author is called in the metrics. */
export const authorOfRow: Record<RowAuthor, Author> = {
  customer: 'customer',
  own: 'agent',
  automatic: 'auto',
  assist: 'assist',
  colleague: 'colleague',
};

/** Which side of the conversation something stands on; an event is a side of its own. */
export function sideOf(author: Author | RowAuthor | null, event: ConversationEvent | RowEvent | null): string {
  if (event !== null) return `event:${event}`;
  return author === 'customer' ? 'incoming' : 'outgoing';
}

export function sideOfEntry(entry: StoredEntry): string {
  return sideOf(entry.author, entry.event);
}

export function sideOfRow(row: AlignableRow): string {
  return sideOf(row.author, row.event);
}

/** Same side, and same text wherever both texts are known. */
export function sameContent(entry: StoredEntry, row: AlignableRow): boolean {
  if (sideOfEntry(entry) !== sideOfRow(row)) return false;
  return entry.textHash === null || row.textHash === null || entry.textHash === row.textHash;
}

/** Both show a time, and the times cannot be the same moment at the coarser precision. */
export function timesDiffer(entry: StoredEntry, row: AlignableRow): boolean {
  if (entry.shownAt === null || entry.shownPrecision === null || row.shown === null) return false;
  const stored: ShownTime = { at: entry.shownAt, precision: entry.shownPrecision };
  const [coarse, fine] =
    UNIT_MS[stored.precision] >= UNIT_MS[row.shown.precision] ? [stored, row.shown] : [row.shown, stored];
  const unit = UNIT_MS[coarse.precision];
  const apart = fine.at - coarse.at;
  // A local day is an hour longer when clocks go back, and its successor begins an hour earlier when they go forward.
  if (coarse.precision === 'day') {
    return apart < 0 || apart >= (fine.precision === 'day' ? unit - 3_600_000 : unit + 3_600_000);
  }
  // A workbench that shows only 14:03 is read as today's 14:03, so the day itself proves nothing.
  const aligned = Math.floor(fine.at / unit) * unit - Math.floor(coarse.at / unit) * unit;
  const withinDay = ((aligned % DAY_MS) + DAY_MS) % DAY_MS;
  const distance = Math.min(withinDay, DAY_MS - withinDay);
  const tolerance = sideOfRow(row) === 'outgoing' ? OWN_CLOCK_TOLERANCE_MS : 0;
  return distance > tolerance;
}

/** Both carry the workbench's id, and the ids differ. An own row's id may have been a temporary one. */
export function idsDiffer(entry: StoredEntry, row: AlignableRow): boolean {
  return entry.id !== null && row.id !== null && entry.id !== row.id;
}

/** The row can be the entry. */
export function compatible(entry: StoredEntry, row: AlignableRow): boolean {
  return sameContent(entry, row) && !idsDiffer(entry, row) && !timesDiffer(entry, row);
}
