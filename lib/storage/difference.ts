import type { SpanMaterial } from '@/lib/metrics/figures';
import type { StoredTurn } from './records.types';

/** What deriving a conversation brings forth. */
export type Material = Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> & { turns: StoredTurn[] };

/** What of the old material did not come out again, and what of the fresh one was not there. */
export function difference(old: Material, fresh: Material): { gone: Material; come: Material } {
  const turns = onlyIn(old.turns, fresh.turns);
  const sessions = onlyIn([...old.sessions], [...fresh.sessions]);
  const proactive = onlyIn([...old.proactive], [...fresh.proactive]);
  const activity = onlyIn([...old.activity], [...fresh.activity]);
  return {
    gone: { turns: turns[0], sessions: sessions[0], proactive: proactive[0], activity: activity[0] },
    come: { turns: turns[1], sessions: sessions[1], proactive: proactive[1], activity: activity[1] },
  };
}

/** The items of two lists that the other one lacks; equal ones cancel each other out one by one. */
function onlyIn<T>(first: readonly T[], second: readonly T[]): [T[], T[]] {
  const counts = new Map<string, number>();
  for (const item of second) {
    const key = JSON.stringify(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const takeOut = (item: T): boolean => {
    const key = JSON.stringify(item);
    const count = counts.get(key) ?? 0;
    if (count > 0) counts.set(key, count - 1);
    return count > 0;
  };
  const left = first.filter((item) => !takeOut(item));
  const right = second.filter((item) => takeOut(item));
  return [left, right];
}

/** The records that do not stand in the store just so. */
export function changed<T>(records: readonly T[], stored: readonly T[], keyOf: (record: T) => string): T[] {
  const known = new Map(stored.map((record) => [keyOf(record), JSON.stringify(record)]));
  return records.filter((record) => known.get(keyOf(record)) !== JSON.stringify(record));
}
