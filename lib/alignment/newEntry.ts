import { authorOfRow } from './compatible';
import { correctedShown, type RawTime } from './times';
import type { AlignableRow, NewEntry } from './types';

/** The entry that a row becomes at a place and a time. */
export function newEntry(
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

/** The best time that a row alone gives. One that was only shown says where it belongs, and times nothing. */
export function rawTime(row: AlignableRow, clockSkewMs: number): RawTime {
  if (row.seenAt !== null) return { at: row.seenAt, uncertain: false, firm: true };
  return { at: row.shown === null ? null : correctedShown(row.shown, clockSkewMs), uncertain: true, firm: false };
}
