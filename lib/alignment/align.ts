import type { StoredEntry } from '@/lib/domain/entry';
import { storeArrivals } from './arrivals';
import { correspond } from './correspondence';
import type { Correspondence } from './correspondence.types';
import { AlignmentDraft } from './draft';
import { endOfHistory } from './firstReading';
import { historyInFront } from './historyInFront';
import { insertBetween } from './insertBetween';
import { itemAt } from './itemAt';
import { learn } from './learn';
import { provenNewFrom } from './proven';
import { bindProvisionals } from './provisional';
import { hasRow, withoutRepeats } from './rows';
import { correctedShown } from './times';
import type { AlignableRow, AlignInput, AlignResult } from './types';

const NOTHING_KNOWN: Correspondence = {
  pairs: new Map(),
  after: 0,
  before: 0,
  between: [],
  gapBefore: [],
  closedGaps: [],
  detached: false,
  ambiguous: false,
  noOverlap: false,
  strong: true,
};

/**
 * Compares a reading with the stored tail of its conversation: which rows are known and what they have gained, which are new
 * and when they happened, which are history. Whatever has more than one explanation is a gap and stores nothing: never a
 * duplicate. Pure; the same reading again changes nothing.
 */
export function align(input: AlignInput): AlignResult {
  const { tail, reading } = input;
  const measuredSkewMs = input.clockSkewMs ?? null;
  const clockSkewMs = measuredSkewMs ?? 0;
  const rows = withoutRepeats(reading.rows);
  const window = rows.map(({ row }) => row);
  const draft = new AlignmentDraft(rows.map(({ number }) => number));
  if (window.length === 0) return draft.result;
  const provisionals = tail.filter((entry) => entry.provisional);
  const before = tail.filter((entry) => !entry.provisional && hasRow(entry));
  const found = before.length === 0 ? NOTHING_KNOWN : correspond(before, { ...reading, rows: window });
  const proven = provenNewFrom(before, window);

  const known = complete(draft, found, before, window);
  if (input.tailComplete) {
    for (const { index, entry } of historyInFront(window.slice(0, found.before), known[0], clockSkewMs)) {
      // One that crossed the first is known all the same.
      if (!found.pairs.has(index)) draft.insert(index, entry);
    }
  }
  insertBetween(draft, found, known, window, measuredSkewMs);

  const from = Math.min(found.after, proven);
  const behind = window
    .map((row, number) => ({ row, number }))
    .filter(({ number }) => number >= from && !found.pairs.has(number) && !found.between.includes(number));
  const isUnclear = found.ambiguous || found.noOverlap;
  // A window in the middle of the conversation that fits nowhere loses nothing: the end will be shown again.
  if (isUnclear && (reading.reachesEnd || behind.length > 0)) {
    const lastAt = Math.max(-Infinity, ...tail.map((entry) => entry.at));
    const reason = found.ambiguous ? 'ambiguous' : 'noOverlap';
    draft.result.gap = { from: Math.min(lastAt, reading.readAt), to: reading.readAt, reason };
  }
  const indexOf = new Map(rows.map(({ number }, index) => [number, index]));
  const { bound, removed } = bindProvisionals({
    provisionals,
    fresh: behind,
    readAt: reading.readAt,
    announced: new Map([...(input.announced ?? [])].map(([key, number]) => [key, indexOf.get(number) ?? -1])),
    clockSkewMs: measuredSkewMs,
    complete: reading.reachesEnd && draft.result.gap === null,
  });
  const counts = firstThatCounts(input, found, known, window, bound, clockSkewMs);
  const arrivals = behind.map(({ row, number }) => ({
    number,
    row,
    history: number < counts,
    bound: bound.get(number) ?? null,
  }));
  storeArrivals(draft, input, arrivals, { known, clockSkewMs: measuredSkewMs, afterGap: found.detached });
  for (const entry of removed) {
    draft.result.removed.push(entry.key);
    draft.touch(entry.at);
  }
  return draft.finish();
}

/** Notes what the entries that were recognised have gained; gives all of them as they are now. */
function complete(
  draft: AlignmentDraft,
  found: Correspondence,
  stored: readonly StoredEntry[],
  window: readonly AlignableRow[],
): StoredEntry[] {
  const known = [...stored];
  for (const [index, position] of found.pairs) {
    const row = itemAt(window, index);
    const entry = itemAt(known, position);
    const learned = learn({
      entry,
      row,
      previous: known[position - 1],
      next: known[position + 1],
      strong: found.strong,
    });
    const opens = found.gapBefore.includes(position);
    const closes = found.closedGaps.includes(position) && entry.afterGap === true;
    const changes = opens || closes ? { ...learned, afterGap: opens } : learned;
    draft.match(index, entry.key, changes);
    if (!changes) continue;
    known[position] = { ...entry, ...changes };
    if (changes.history === false && entry.author === 'customer') draft.result.incomingAdded++;
    if ('textHash' in changes || 'at' in changes || 'author' in changes || 'afterGap' in changes) {
      draft.touch(Math.min(entry.at, changes.at ?? entry.at));
    }
  }
  return known;
}

/** Number of the first row behind the tail that is no history. */
function firstThatCounts(
  { reading, waitingSince = null }: AlignInput,
  found: Correspondence,
  known: readonly StoredEntry[],
  window: readonly AlignableRow[],
  bound: ReadonlyMap<number, StoredEntry>,
  clockSkewMs: number,
): number {
  const last = known[known.length - 1];
  if (last && !found.noOverlap) return 0;
  const isLater = (number: number) => {
    const { shown } = itemAt(window, number);
    // Proof, where no row is known: shown as later than all that is stored.
    return !!last && !!shown && shown.precision !== 'day' && correctedShown(shown, clockSkewMs) > last.at + 1000;
  };
  const arrived = (number: number) => bound.has(number) || isLater(number);
  return endOfHistory({ ...reading, rows: window }, arrived, clockSkewMs, waitingSince);
}
