import type { StoredEntry } from '@/lib/domain/entry';
import { itemAt } from './itemAt';
import { correctedShown, inTimeOrder, type RawTime } from './times';

/**
 * The entries of a conversation that get another time once the clocks are compared: those that were only shown, to the
 * second, and recorded while the difference was not known. They take the shown time on our clock, between the certain
 * ones around them, as a new entry would; what fits nowhere among those stays uncertain. The conversation's first entry
 * keeps its time: what stood in front of it was not in sight, and the wait may have begun there.
 *
 * `entries` in the order of `seq`, the conversation's first one among them where `isWhole`. `since` (ms): what is earlier
 * was timed by another clock than the one that was compared.
 */
export function retime(
  entries: readonly StoredEntry[],
  { clockSkewMs, since, isWhole }: { clockSkewMs: number; since: number; isWhole: boolean },
): StoredEntry[] {
  const first = entries.findIndex((entry, index) => entry.at > since && (index > 0 || !isWhole));
  if (first === -1) return [];
  const later = entries.slice(first);
  const times = inTimeOrder(
    later.map((entry) => timeOf(entry, clockSkewMs)),
    entries[first - 1]?.at ?? Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  );
  return later.flatMap((entry, index) => {
    const time = itemAt(times, index);
    if (!entry.uncertain || (time.at === entry.at && time.uncertain)) return [];
    return [{ ...entry, ...time }];
  });
}

/** Only an uncertain entry's time may move. */
function timeOf(entry: StoredEntry, clockSkewMs: number): RawTime {
  const { at, uncertain, shownAt, shownPrecision } = entry;
  if (!uncertain) return { at, uncertain, firm: true };
  if (shownAt === null || shownPrecision !== 'second' || entry.provisional || entry.history) {
    return { at, uncertain, firm: false };
  }
  return { at: correctedShown({ at: shownAt, precision: shownPrecision }, clockSkewMs), uncertain: false, firm: false };
}
