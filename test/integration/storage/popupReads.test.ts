import { afterEach, expect, test } from 'vitest';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings } from '@/lib/settings/schema';
import { Database } from '@/lib/storage/database';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { countReads } from './countReads';
import { fillStore } from './fillStore';

const now = Date.UTC(2026, 9, 20, 15);
const dayMs = 86_400_000;
let database: Database | null = null;
afterEach(async () => {
  database?.close();
  await database?.delete();
});

/** A year of work: observers that came and went, and their gaps. */
async function addPast(store: Database, days: number): Promise<void> {
  const base = { workbenchId: 'playground', origin: 'https://shop.example', account: 'account-1' };
  const past = Array.from({ length: days }, (_, index) => ({
    id: `tab-${index + 1}`,
    from: now - (index + 1) * dayMs - 8 * 3_600_000,
  }));
  await store.recorders.bulkAdd(
    past.map(({ id, from }, tabId) => ({
      ...base,
      id,
      shop: null,
      tabId,
      windowId: 1,
      frameId: 0,
      startedAt: from,
      lastBeatAt: from + 8 * 3_600_000,
      endedAt: from + 8 * 3_600_000,
      problem: null,
      problemSince: null,
      hidden: false,
      openConversationId: null,
      listReadAt: null,
    })),
  );
  await store.gaps.bulkAdd(
    past.flatMap(({ id, from }) =>
      (['closed', 'paused', 'notReading'] as const).map((kind) => ({
        ...base,
        kind,
        from,
        to: from + 600_000,
        recorderId: id,
        conversationId: null,
        problem: null,
        waiting: 0,
      })),
    ),
  );
}

test.each([
  { messages: 600, conversations: 60, days: 2, past: 3 },
  { messages: 6_000, conversations: 300, days: 10, past: 300 },
])('the popup reads at most 40 records, of $messages messages and $past days', async ({ past, ...size }) => {
  const name = `test-${crypto.randomUUID()}`;
  database = new Database(name);
  await fillStore(database, { ...size, until: now, profile: profileOf('selfcoach') });
  await addPast(database, past);
  database.close();

  const reading = new Database(name);
  database = reading;
  const reads = countReads(reading);
  const view = await readLiveView(reading, {
    settings: defaultSettings(),
    now: now + 600_000,
    workbenchName: (id) => id,
    workbenchProfile: () => 'selfcoach',
  });
  expect(view.today.figures.turns).toBeGreaterThan(0);
  expect(reads.records.get('rollups')).toBeGreaterThan(0);
  expect(reads.total(), JSON.stringify([...reads.records])).toBeLessThanOrEqual(40);
});
