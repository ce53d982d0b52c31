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

/**
 * The best time that a row alone gives. One that was only shown is certain when it is to the second and the difference
 * of the clocks was measured; any other says where the row belongs, and times nothing.
 */
export function rawTime({ seenAt, shown }: AlignableRow, clockSkewMs: number | null): RawTime {
  if (seenAt !== null) return { at: seenAt, uncertain: false, firm: true };
  if (shown === null) return { at: null, uncertain: true, firm: false };
  const uncertain = clockSkewMs === null || shown.precision !== 'second';
  return { at: correctedShown(shown, clockSkewMs ?? 0), uncertain, firm: false };
}
