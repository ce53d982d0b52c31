import { onTestFinished } from 'vitest';
import type { ListItem, ListReading, ReadingRow, Recorder, TranscriptReading } from '@/lib/domain/reading';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { Database } from '@/lib/storage/database';
import { recordReadings } from '@/lib/storage/recordReadings';
import { createTextHasher } from '@/lib/storage/textHash';

/** 12:00 UTC on a fixed day. */
export const noon = Date.UTC(2026, 10, 21, 12);
export const seconds = (n: number) => n * 1000;
export const profile = profileOf('selfcoach');

let stores = 0;

export function recorder(id = 'r1', fields: Partial<Recorder> = {}): Recorder {
  return { id, workbenchId: 'plain', origin: 'https://chat.example.com', account: null, shop: null, ...fields };
}

/** The key of conversation `c1` of `recorder()`. */
export const c1 = 'plain|https://chat.example.com||c1';
const reference = (key: string) => ({ key, keyedBy: 'id' as const, name: '王小萍' });

export function row(text: string | null, fields: Partial<ReadingRow> = {}): ReadingRow {
  return {
    author: 'customer',
    event: null,
    id: null,
    text,
    shown: null,
    seenAt: null,
    token: null,
    sendActionAt: null,
    ...fields,
  };
}

export function transcript(
  rows: ReadingRow[],
  fields: Partial<TranscriptReading> & { key?: string } = {},
): TranscriptReading {
  const { key = 'c1', ...rest } = fields;
  return {
    kind: 'transcript',
    readAt: noon,
    conversation: reference(key),
    rows,
    reachesEnd: true,
    baseline: false,
    ...rest,
  };
}

export function list(readAt: number, unread: Record<string, number>, fields: Partial<ListItem> = {}): ListReading {
  const items = Object.entries(unread).map(
    ([key, count]): ListItem => ({
      conversation: reference(key),
      unread: count,
      active: false,
      preview: null,
      waitingSince: null,
      ...fields,
    }),
  );
  return { kind: 'list', readAt, items, ambiguousNames: [], baseline: false };
}

/** A database of its own on the browser's IndexedDB, deleted when the test ends. */
export async function openStore() {
  stores++;
  const database = new Database(`test-${stores}-${Math.random()}`);
  await database.open();
  onTestFinished(async () => {
    // A request that a failed transaction left over may hold it open for a moment; nobody waits for that.
    database.close();
    await database.delete();
  });
  const hash = await createTextHasher('00'.repeat(32));
  let keys = 0;
  const newKey = () => {
    keys++;
    return `k${keys}`;
  };
  const derive = { database, generation: 1, profileFor: () => profile };
  const context = { ...derive, newKey, person: '小李', storeText: true };
  return {
    database,
    derive,
    context,
    newKey,
    record: (readings: Parameters<typeof recordReadings>[1]['readings'], by = recorder()) =>
      recordReadings(context, { recorder: by, readings, hash }),
    entries: (conversationId = c1) =>
      database.entries.where('[conversationId+seq]').between([conversationId, -1e9], [conversationId, 1e9]).toArray(),
    texts: async (conversationId = c1) => {
      const entries = await database.entries
        .where('[conversationId+seq]')
        .between([conversationId, -1e9], [conversationId, 1e9])
        .toArray();
      const texts = await database.texts.bulkGet(entries.map(({ key }) => key));
      return texts.map((text) => text?.text ?? null);
    },
    turns: () => database.turns.toArray(),
    rollups: () => database.rollups.orderBy('key').toArray(),
  };
}
