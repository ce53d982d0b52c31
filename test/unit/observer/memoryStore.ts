import { align } from '@/lib/alignment/align';
import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { BadgeState } from '@/lib/alignment/badgeTypes';
import type { NewEntry } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Reading } from '@/lib/domain/reading';
import { entry } from '../alignment/builders';

interface Kept {
  tail: StoredEntry[];
  incoming: number;
  badge: BadgeState | null;
}

/** A writer for one recorder that keeps everything in memory: readings in, entries by conversation out. */
export function memoryStore() {
  const conversations = new Map<string, Kept>();
  let listReadAt: number | null = null;
  const of = (key: string): Kept => {
    const known = conversations.get(key) ?? { tail: [], incoming: 0, badge: null };
    conversations.set(key, known);
    return known;
  };
  const added = (tail: readonly StoredEntry[], entries: readonly NewEntry[]) =>
    [...tail, ...entries.map((fields) => entry(null, fields))].sort((a, b) => a.seq - b.seq);

  return {
    gaps: 0,
    entries: (key: string): readonly StoredEntry[] => of(key).tail,
    take(reading: Reading) {
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
        if (!badgeMoved({ item, readAt, previous: kept.badge })) continue;
        const { inserted, state } = badgeGrowth({
          ...{ item, readAt, baseline, listReadAt },
          previous: kept.badge,
          incomingTotal: kept.incoming,
          tail: kept.tail,
        });
        kept.badge = state;
        kept.incoming += inserted.length;
        kept.tail = added(kept.tail, inserted);
      }
      listReadAt = reading.readAt;
    },
  };
}
