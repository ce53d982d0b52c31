import type { StoredEntry } from '@/lib/domain/entry';
import type { AlignmentDraft } from './draft';
import { itemAt } from './itemAt';
import { newEntry, rawTime } from './newEntry';
import { hasRow } from './rows';
import { CLAMP_TOLERANCE_MS, inTimeOrder, type RawTime, type SettledTime } from './times';
import type { AlignableRow, AlignInput, NewEntry } from './types';

/** A new row behind the tail on its way to become an entry. */
export interface Arrival {
  number: number;
  row: AlignableRow;
  history: boolean;
  /** The provisional message that it turned out to be. */
  bound: StoredEntry | null;
}

/** Stores the rows behind the tail, each at the best time that is known of it. */
export function storeArrivals(
  draft: AlignmentDraft,
  { tail, reading, waitingSince = null }: AlignInput,
  arrivals: readonly Arrival[],
  { known, clockSkewMs, afterGap }: { known: readonly StoredEntry[]; clockSkewMs: number | null; afterGap: boolean },
): void {
  const firstCounting = arrivals.find(({ history, row }) => !history && row.author === 'customer');
  const floor = Math.max(-Infinity, ...known.map((entry) => entry.at));
  const raw = arrivals.map((arrival) => {
    const beganBefore = arrival === firstCounting && known.length === 0 && waitingSince !== null;
    // What stands in front of the first row of an unknown conversation is not in sight: the wait may have begun there.
    const isCut = known.length === 0 && arrival.number === 0 && arrival.bound === null;
    const own = arrivalTime(arrival, clockSkewMs);
    const time = isCut && !own.firm ? { ...own, uncertain: true } : own;
    return beganBefore && time.uncertain ? { ...time, at: Math.min(waitingSince, reading.readAt) } : time;
  });
  const times = inTimeOrder(raw, floor, reading.readAt);
  const places = placesBehind(tail, known, arrivals, times);
  const allBound = new Set(arrivals.map(({ bound }) => bound));
  arrivals.forEach(({ number, row, history, bound }, i) => {
    const own = itemAt(times, i);
    const seq = itemAt(places, i);
    const inFront = tail.filter((entry) => entry.seq < seq && !allBound.has(entry));
    const at = Math.max(own.at, ...inFront.map((entry) => entry.at));
    const uncertain = own.uncertain || at - own.at > CLAMP_TOLERANCE_MS;
    const gap: Pick<NewEntry, 'afterGap'> = afterGap && i === 0 ? { afterGap: true } : {};
    if (bound) {
      const observedAt = Math.min(bound.observedAt ?? Infinity, row.seenAt ?? Infinity);
      const fields = newEntry(row, {
        at,
        seq,
        uncertain: bound.uncertain && uncertain,
        history: false,
        observedAt: Number.isFinite(observedAt) ? observedAt : null,
      });
      const { recalled: _, event: __, ...changes } = fields;
      draft.match(number, bound.key, { ...changes, ...gap });
      draft.touch(Math.min(bound.at, at));
      return;
    }
    const entry = newEntry(row, { at, seq, uncertain: uncertain || history, history, observedAt: row.seenAt });
    draft.insert(number, { ...entry, ...gap });
    if (row.seenAt !== null && row.author === 'customer' && row.shown?.precision === 'second') {
      draft.result.skewSamplesMs.push(row.shown.at - row.seenAt);
    }
  });
}

function arrivalTime({ row, bound }: Arrival, clockSkewMs: number | null): RawTime {
  if (bound && !bound.uncertain) {
    return { at: Math.min(bound.at, row.seenAt ?? Infinity), uncertain: false, firm: true };
  }
  const own = rawTime(row, clockSkewMs);
  return bound && own.uncertain ? { at: bound.at, uncertain: true, firm: false } : own;
}

/**
 * `seq` of each arrival: behind the known rows; in front of the provisional message that follows it, and of what was
 * appended for a later moment before a late reading came; else behind everything.
 */
function placesBehind(
  tail: readonly StoredEntry[],
  known: readonly StoredEntry[],
  arrivals: readonly Arrival[],
  times: readonly SettledTime[],
): number[] {
  let last = Math.max(0, ...known.map((entry) => entry.seq));
  let end = Math.max(last, ...tail.map((entry) => entry.seq));
  const allBound = new Set(arrivals.map(({ bound }) => bound));
  return arrivals.map(({ bound, row }, i) => {
    if (bound && bound.seq > last) {
      last = bound.seq;
      return last;
    }
    const { at } = itemAt(times, i);
    const isLater = (entry: StoredEntry) =>
      entry.at > at && (!hasRow(entry) || (entry.provisional && row.seenAt !== null));
    const next = tail.find((entry) => entry.seq > last && (allBound.has(entry) || isLater(entry)));
    last = next ? (last + next.seq) / 2 : end + 1;
    end = Math.max(end, last);
    return last;
  });
}
