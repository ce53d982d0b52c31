import type { StoredEntry } from '@/lib/domain/entry';
import { compatible } from './compatible';
import { evidenceOf } from './evidence';
import type { AlignableRow } from './types';

/** A rival explanation with this much less evidence is not taken seriously (one in a million). */
const DECISIVE_BITS = 20;

/** Row r is entry r + by, over the whole overlap. */
export interface Shift {
  by: number;
  overlap: number;
  bits: number;
  /** Rows behind the tail, and in front of it. */
  after: number;
  before: number;
}

/** Every way to lay the window of rows over the tail in which all overlapping rows fit. At least one row overlaps. */
export function possibleShifts(tail: readonly StoredEntry[], rows: readonly AlignableRow[]): Shift[] {
  const evidence = evidenceOf(tail, rows);
  const shifts: Shift[] = [];
  for (let by = 1 - rows.length; by < tail.length; by++) {
    const first = Math.max(0, -by);
    const last = Math.min(rows.length, tail.length - by);
    let bits = 0;
    let fits = true;
    // From the end: that is where a wrong shift is found out soonest.
    for (let r = last - 1; r >= first && fits; r--) {
      const row = rows[r];
      const entry = tail[r + by];
      fits = row !== undefined && entry !== undefined && compatible(entry, row);
      if (fits && row && entry) bits += evidence(entry, row);
    }
    if (fits) shifts.push({ by, overlap: last - first, bits, after: rows.length - last, before: first });
  }
  return shifts;
}

/**
 * The longest overlap wins. Those that come near it in evidence stay as rivals: while they differ in what is new, nobody
 * knows which is right. A window that is wholly known needs no other explanation: the same reading again adds nothing.
 * Best first; empty = nothing fits.
 */
export function seriousShifts(shifts: readonly Shift[], reachesEnd: boolean): Shift[] {
  const ranked = [...shifts].sort((a, b) => b.overlap - a.overlap || b.bits - a.bits);
  const best = ranked[0];
  if (!best) return [];
  const rivals = ranked.filter((shift) => shift === best || shift.bits > best.bits - DECISIVE_BITS);
  const whole = rivals.filter((shift) => shift.after === 0 && shift.before === 0);
  if (whole.length === 0) return rivals;
  const atEnd = whole.find((shift) => shift.by === Math.max(...whole.map(({ by }) => by)));
  return reachesEnd && atEnd ? [atEnd] : whole;
}
