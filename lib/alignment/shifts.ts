import type { StoredEntry } from '@/lib/domain/entry';
import { compatible } from './compatible';
import type { Window } from './correspondence.types';
import { evidenceOf } from './evidence';
import { itemAt } from './itemAt';
import { provenNewFrom } from './proven';

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
  /** Further up a row does not fit: the store must have missed something without knowing. */
  broken: boolean;
  /** It sticks out in front of the tail, and yet does not reach the tail's end: the store must have missed something. */
  doubtful: boolean;
}

/**
 * Every way to lay the window of rows over the tail in which the overlapping rows fit, from the end for as far as they do.
 * At least one row fits.
 */
export function possibleShifts(tail: readonly StoredEntry[], { rows, readAt, reachesEnd }: Window): Shift[] {
  const evidence = evidenceOf(tail, rows);
  const shifts: Shift[] = [];
  const proven = provenNewFrom(tail, rows);
  for (let by = 1 - rows.length; by < tail.length; by++) {
    const first = Math.max(0, -by);
    const last = Math.min(rows.length, tail.length - by);
    if (last > proven) continue;
    let bits = 0;
    let fitting = 0;
    for (let r = last - 1; r >= first; r--) {
      const row = itemAt(rows, r);
      const entry = itemAt(tail, r + by);
      if (!compatible(entry, row)) break;
      bits += evidence(entry, row);
      fitting++;
    }
    if (fitting === 0) continue;
    const broken = fitting < last - first;
    // It shows the end, so nothing can stand in front of the tail here unless it is a little late itself.
    const isInside = reachesEnd && last + by < tail.length;
    const tooEarly =
      isInside && tail.slice(last + by).some(({ observedAt, at }) => (observedAt ?? at) < readAt - TAB_LAG_MS);
    shifts.push({
      by,
      overlap: fitting,
      bits,
      after: rows.length - last,
      before: isInside ? 0 : first,
      whole: fitting === rows.length,
      broken,
      doubtful: isInside && first > 0,
      tooEarly,
    });
  }
  return shifts;
}

/**
 * The longest overlap wins. Those that come near it in evidence stay as rivals: while they differ in what is new, nobody
 * knows which is right; a short overlap has a longer one that is broken for a rival, too. A window that is wholly known needs
 * no other explanation: the same reading again adds nothing. Best first; empty = nothing fits. `sure`: no rival at all, so that rows may be told which entries they are.
 */
export function seriousShifts(shifts: readonly Shift[]): { shifts: Shift[]; sure: boolean } {
  const unbroken = shifts.filter(({ broken }) => !broken);
  const timely = unbroken.filter(({ tooEarly }) => !tooEarly);
  const ranked = [...(timely.length > 0 ? timely : unbroken)].sort((a, b) => b.overlap - a.overlap || b.bits - a.bits);
  const best = ranked[0];
  if (!best) return { shifts: [], sure: false };
  const rivals = ranked.filter((shift) => shift.bits > best.bits - DECISIVE_BITS);
  const whole = rivals.filter((shift) => shift.whole);
  if (whole.length > 0) return { shifts: whole, sure: rivals.length === 1 && !best.doubtful };
  const longer =
    best.bits >= DECISIVE_BITS ? [] : shifts.filter(({ broken, overlap }) => broken && overlap > best.overlap);
  return { shifts: [...rivals, ...longer], sure: rivals.length + longer.length === 1 && !best.doubtful };
}
