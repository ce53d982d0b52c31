import { align } from '@/lib/alignment/align';
import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { BadgeState } from '@/lib/alignment/badgeTypes';
import type { NewEntry } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Reading } from '@/lib/domain/reading';
import { entry } from './builders';

interface Kept {
  tail: StoredEntry[];
  incoming: number;
  /** By recorder. */
  badges: Map<string, BadgeState>;
}

/** A writer that keeps everything in memory: readings in, entries by conversation out. */
export function memoryStore() {
  const conversations = new Map<string, Kept>();
  const listReadAt = new Map<string, number>();
  const of = (key: string): Kept => {
    const known = conversations.get(key) ?? { tail: [], incoming: 0, badges: new Map() };
    conversations.set(key, known);
    return known;
  };
  const added = (tail: readonly StoredEntry[], entries: readonly NewEntry[]) =>
    [...tail, ...entries.map((fields) => entry(null, fields))].sort((a, b) => a.seq - b.seq);

  return {
    gaps: 0,
    entries: (key: string): readonly StoredEntry[] => of(key).tail,
    take(reading: Reading, recorder = 'r') {
      if (reading.kind === 'transcript') {
        const kept = of(reading.conversation.key);
        const rows = reading.rows.map(({ text, ...row }) => ({ ...row, textHash: text, length: text?.length ?? null }));
        const result = align({ tail: kept.tail, tailComplete: true, reading: { ...reading, rows } });
        const changes = new Map(result.matched.map((match) => [match.key, match.changes]));
        const kept2 = kept.tail
          .filter(({ key }) => !result.removed.includes(key))
          .map((old) => ({ ...old, ...changes.get(old.key) }));
        kept.tail = added(
          kept2,
          result.inserted.map((one) => one.entry),
        );
        kept.incoming += result.incomingAdded;
        if (result.gap) this.gaps++;
      }
      if (reading.kind !== 'list') return;
      for (const item of reading.items) {
        const kept = of(item.conversation.key);
        const { readAt, baseline } = reading;
        const previous = kept.badges.get(recorder) ?? null;
        if (!badgeMoved({ item, readAt, previous })) continue;
        const { inserted, earlier, state } = badgeGrowth({
          ...{ item, readAt, baseline, previous },
          listReadAt: listReadAt.get(recorder) ?? null,
          incomingTotal: kept.incoming,
          tail: kept.tail,
        });
        kept.badges.set(recorder, state);
        kept.incoming += inserted.length;
        const times = new Map(earlier.map(({ key, at }) => [key, { at, observedAt: at }]));
        kept.tail = added(
          kept.tail.map((old) => ({ ...old, ...times.get(old.key) })),
          inserted,
        );
      }
      listReadAt.set(recorder, reading.readAt);
    },
  };
}
