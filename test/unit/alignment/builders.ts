import type { AlignableReading, AlignableRow, AlignResult } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';

/** 12:00 UTC on a fixed day. */
export const noon = Date.UTC(2026, 10, 21, 12);
export const seconds = (n: number) => n * 1000;

let keys = 0;

export function entry(text: string | null, fields: Partial<StoredEntry> = {}): StoredEntry {
  keys++;
  return {
    key: `k${keys}`,
    conversationId: 'c',
    seq: keys,
    at: noon + seconds(keys),
    author: 'customer',
    event: null,
    id: null,
    textHash: text,
    length: text?.length ?? null,
    observedAt: null,
    shownAt: null,
    shownPrecision: null,
    token: null,
    provisional: false,
    history: false,
    uncertain: false,
    closing: false,
    perfunctory: false,
    recalled: false,
    person: null,
    ...fields,
  };
}

export function row(text: string | null, fields: Partial<AlignableRow> = {}): AlignableRow {
  return {
    author: 'customer',
    event: null,
    id: null,
    textHash: text,
    length: text?.length ?? null,
    shown: null,
    seenAt: null,
    token: null,
    sendActionAt: null,
    ...fields,
  };
}

export function reading(rows: AlignableRow[], fields: Partial<AlignableReading> = {}): AlignableReading {
  return { readAt: noon + seconds(3600), reachesEnd: true, baseline: false, rows, ...fields };
}

/** Does what the writer does with a result: the tail as it stands afterwards, in the order of `seq`. */
export function applied(tail: readonly StoredEntry[], result: Pick<AlignResult, 'matched' | 'inserted' | 'removed'>) {
  const changes = new Map(result.matched.map((match) => [match.key, match.changes]));
  return [
    ...tail.filter(({ key }) => !result.removed.includes(key)).map((kept) => ({ ...kept, ...changes.get(kept.key) })),
    ...result.inserted.map(({ entry: added }) => entry(null, added)),
  ].sort((a, b) => a.seq - b.seq);
}
