import type { StoredEntry } from '@/lib/domain/entry';
import { compatible } from './compatible';
import { evidenceOf } from './evidence';
import { provenNewFrom } from './proven';
import type { AlignableReading } from './types';

/** A rival explanation with this much less evidence is not taken seriously (one in a million). */
const DECISIVE_BITS = 20;
/** Another tab may draw a message this much earlier than the one that is read. */
const TAB_LAG_MS = 5000;

/** Row r is entry r + by, over the whole overlap. */
export interface Shift {
  by: number;
  overlap: number;
  bits: number;
  /** Rows behind the tail, and in front of it. */
  after: number;
  before: number;
  /** Every row overlaps. */
  whole: boolean;
  /** The window shows the end of the conversation, and yet the store knew later messages well before it was read. */
  tooEarly: boolean;
  /** It sticks out in front of the tail, and yet does not reach the tail's end: the store must have missed something. */
  doubtful: boolean;
}

/** Every way to lay the window of rows over the tail in which all overlapping rows fit. At least one row overlaps. */
export function possibleShifts(
  tail: readonly StoredEntry[],
  { rows, readAt, reachesEnd }: Pick<AlignableReading, 'rows' | 'readAt' | 'reachesEnd'>,
): Shift[] {
  const evidence = evidenceOf(tail, rows);
  const shifts: Shift[] = [];
  const proven = provenNewFrom(tail, rows);
  for (let by = 1 - rows.length; by < tail.length; by++) {
    const first = Math.max(0, -by);
    const last = Math.min(rows.length, tail.length - by);
    let bits = 0;
    let fits = last <= proven;
    // From the end: that is where a wrong shift is found out soonest.
    for (let r = last - 1; r >= first && fits; r--) {
      const row = rows[r];
      const entry = tail[r + by];
      fits = row !== undefined && entry !== undefined && compatible(entry, row);
      if (fits && row && entry) bits += evidence(entry, row);
    }
    if (!fits) continue;
    // It shows the end, so nothing can stand in front of the tail here unless it is a little late itself.
    const isInside = reachesEnd && last + by < tail.length;
    const tooEarly =
      isInside && tail.slice(last + by).some(({ observedAt, at }) => (observedAt ?? at) < readAt - TAB_LAG_MS);
    shifts.push({
      by,
      overlap: last - first,
      bits,
      after: rows.length - last,
      before: isInside ? 0 : first,
      whole: last - first === rows.length,
      doubtful: isInside && first > 0,
      tooEarly,
    });
  }
  return shifts;
}

/**
 * The longest overlap wins. Those that come near it in evidence stay as rivals: while they differ in what is new, nobody
 * knows which is right. A window that is wholly known needs no other explanation: the same reading again adds nothing.
 * Best first; empty = nothing fits. `sure`: no rival at all, so that rows may be told which entries they are.
 */
export function seriousShifts(shifts: readonly Shift[]): { shifts: Shift[]; sure: boolean } {
  const timely = shifts.filter(({ tooEarly }) => !tooEarly);
  const ranked = [...(timely.length > 0 ? timely : shifts)].sort((a, b) => b.overlap - a.overlap || b.bits - a.bits);
  const best = ranked[0];
  if (!best) return { shifts: [], sure: false };
  const rivals = ranked.filter((shift) => shift === best || shift.bits > best.bits - DECISIVE_BITS);
  const whole = rivals.filter((shift) => shift.whole);
  return { shifts: whole.length > 0 ? whole : rivals, sure: rivals.length === 1 && !best.doubtful };
}
