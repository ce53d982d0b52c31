import { itemAt } from './itemAt';
import { correctedShown } from './times';
import type { AlignableReading, AlignableRow } from './types';

/** A customer whose last words are older than this is not waiting: the conversation is merely being looked at again. */
const WAIT_HORIZON_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;

const ENDS_A_WAIT = new Set<AlignableRow['author']>(['own', 'assist', 'colleague']);

/**
 * Where, in a window whose rows nobody knows, history ends: the number of the first row that counts. That is the first row
 * seen arriving or bound to a provisional message, or the first of the customer's rows at the end that nobody has answered.
 */
export function endOfHistory(
  reading: AlignableReading,
  isKnownArrival: (number: number) => boolean,
  clockSkewMs: number,
  waitingSince: number | null,
): number {
  const { rows } = reading;
  const arrival = rows.findIndex((row, number) => row.seenAt !== null || isKnownArrival(number));
  const end = arrival < 0 ? rows.length : arrival;
  if (!reading.reachesEnd) return end;
  let first = end;
  for (let r = end - 1; r >= 0; r--) {
    const row = itemAt(rows, r);
    if (endsWait(row)) break;
    if (row.author === 'customer' && isRecent(row, reading.readAt, clockSkewMs, waitingSince)) first = r;
  }
  return first;
}

function endsWait(row: AlignableRow): boolean {
  return ENDS_A_WAIT.has(row.author) || row.event === 'closed' || row.event === 'transferredOut';
}

function isRecent(row: AlignableRow, readAt: number, clockSkewMs: number, waitingSince: number | null): boolean {
  if (waitingSince !== null || row.shown === null) return true;
  const horizon = WAIT_HORIZON_MS + (row.shown.precision === 'day' ? DAY_MS : 0);
  return readAt - correctedShown(row.shown, clockSkewMs) <= horizon;
}
