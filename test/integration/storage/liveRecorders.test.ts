import { liveQuery } from 'dexie';
import { expect, test } from 'vitest';
import { defaultSettings } from '@/lib/settings/schema';
import { Database } from '@/lib/storage/database';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { readTabs } from '@/lib/storage/liveQueries/tabs';
import { endGoneRecorders, startRecorder } from '@/lib/storage/recorders';

const recorder = { id: 'r1', workbenchId: 'w', origin: 'https://a.example', account: null, shop: null };
const place = { tabId: 1, windowId: 1, frameId: 0 };

test.each(['tabs', 'view'])('a page that follows the %s sees a tab that is closed', async (what) => {
  const name = `live-${what}-${crypto.randomUUID()}`;
  const writer = new Database(name);
  const reader = new Database(name);
  const settings = { ...defaultSettings(), consentedAt: 1 };
  await startRecorder(writer, { recorder, place, now: Date.now() });
  const seen: number[] = [];
  const options = { settings, workbenchName: (id: string) => id, workbenchProfile: () => 'selfcoach' };
  const subscription = liveQuery(async () =>
    what === 'tabs'
      ? (await readTabs(reader, { ...options, now: Date.now() })).length
      : (await readLiveView(reader, { ...options, now: Date.now() })).tabs.length,
  ).subscribe((count) => seen.push(count));
  try {
    await expect.poll(() => seen).toEqual([1]);
    await endGoneRecorders(writer, { closedTabId: 1, now: Date.now() });
    await expect.poll(() => seen).toEqual([1, 0]);
  } finally {
    subscription.unsubscribe();
    await writer.delete();
    reader.close();
  }
});
