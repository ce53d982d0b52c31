import type { StoredEntry } from '@/lib/domain/entry';
import { findAnchors } from './anchors';
import { aroundAnchors } from './aroundAnchors';
import { commonRows } from './commonRows';
import { compatible } from './compatible';
import type { Correspondence, Window } from './correspondence.types';
import { evidenceOf } from './evidence';
import { itemAt } from './itemAt';
import { nowhere } from './nowhere';
import { possibleShifts, seriousShifts } from './shifts';
import type { AlignableRow } from './types';

/** Below this, rows that agree here and there prove nothing. */
const PATCHWORK_ROWS = 2;
const PATCHWORK_BITS = 6;
const PATCHWORK_SURE_BITS = 30;
const STRONG_BITS = 20;

/** Finds which rows are which entries. Neither side contains provisional entries or events without rows. */
export function correspond(tail: readonly StoredEntry[], reading: Window): Correspondence {
  const { rows } = reading;
  const anchors = findAnchors(tail, rows);
  if (anchors.size > 0) return aroundAnchors(tail, reading, anchors);

  // Rows in front of the last gap's end may be those that are missing: only what follows it runs on without a break.
  const start = afterLastGap(tail);
  const { shifts, sure } = seriousShifts(possibleShifts(tail.slice(start), reading));
  const [best, ...rivals] = shifts;
  if (!best) return reading.reachesEnd ? patchwork(tail, reading, start) : nowhere(rows);
  const strong = best.bits >= STRONG_BITS;
  // In the middle of a conversation few rows that agree may just as well be others that say the same.
  if (!reading.reachesEnd && !(sure && strong)) return { ...nowhere(rows), ambiguous: !sure, noOverlap: false };
  const after = Math.min(best.after, ...rivals.map((rival) => rival.after));
  const pairs = new Map<number, number>();
  // A wrong pair would hand an observer's token to the wrong entry, and mislead every later reading.
  if (sure) {
    const end = rows.length - best.after;
    for (let r = end - best.overlap; r < end; r++) pairs.set(r, r + best.by + start);
  }
  const ambiguous = best.doubtful || rivals.some((rival) => rival.after !== best.after);
  // What is put in front can be out of place; what is put behind the end's last row cannot.
  const before = ambiguous || !strong || start > 0 ? 0 : Math.min(best.before, ...rivals.map((rival) => rival.before));
  return {
    ...nowhere(rows),
    pairs,
    after: rows.length - after,
    before,
    ambiguous,
    detached: ambiguous,
    noOverlap: false,
    strong,
  };
}

/** Position of the first entry behind the last gap; 0 = the tail has none. */
function afterLastGap(tail: readonly StoredEntry[]): number {
  return Math.max(0, tail.map(({ afterGap }) => afterGap).lastIndexOf(true));
}

/**
 * The end of the conversation does not fit as a whole (a message was taken back, a text was translated): known rows with
 * strangers in between. Too few of them prove nothing.
 */
function patchwork(tail: readonly StoredEntry[], reading: Window, start: number): Correspondence {
  const { rows } = reading;
  const known = (entry: StoredEntry, row: AlignableRow) =>
    entry.textHash !== null && row.textHash !== null && compatible(entry, row);
  const evidence = evidenceOf(tail, rows);
  let bits = 0;
  const anchors = new Map<number, number>();
  for (const [r, p] of commonRows(tail.slice(start), rows, known)) {
    bits += evidence(itemAt(tail, p + start), itemAt(rows, r));
    anchors.set(r, p + start);
  }
  if (anchors.size < PATCHWORK_ROWS || bits < PATCHWORK_BITS) {
    // Up to the last row that may be known nothing is taken for new.
    return { ...nowhere(rows), after: Math.max(-1, ...anchors.keys()) + 1 };
  }
  const found = aroundAnchors(tail, reading, anchors);
  if (bits >= PATCHWORK_SURE_BITS) return found;
  return { ...found, before: 0, between: [], ambiguous: true, detached: true, strong: false };
}
