import { expect, inject, test } from 'vitest';
import type { StoredEntry } from '@/lib/domain/entry';
import type { ReadingRow, Recorder } from '@/lib/domain/reading';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings } from '@/lib/settings/schema';
import { Database } from '@/lib/storage/database';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { recordReadings } from '@/lib/storage/recordReadings';
import { countReads } from '../integration/storage/countReads';
import { fillStore } from '../integration/storage/fillStore';

declare module 'vitest' {
  interface ProvidedContext {
    messages: number;
    /** The large store stays for the next run. */
    keep: boolean;
    /** Between one message and the next, ms. */
    pauseMs: number;
  }
}

/**
 * What recording one message costs, on the browser's own database: against a bare put of one record into the same
 * store (at most 6 times), and in a large store against one of 10,000 messages (at most 1.2 times).
 */
const small = 10_000;
const perConversation = 50;
/** Messages of a busy agent's day. */
const perDay = 2_500;
const samples = 200;
const warmUp = 100;
const now = Date.UTC(2026, 9, 20, 15);
const profile = profileOf('selfcoach');
const recorder: Recorder = {
  id: 'tab',
  workbenchId: 'playground',
  origin: 'https://shop.example',
  account: 'account-1',
  shop: null,
};

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function row(key: string, seq: number, at: number): ReadingRow {
  return {
    author: seq % 2 === 0 ? 'customer' : 'own',
    event: null,
    id: key,
    text: `message ${seq}`,
    shown: null,
    seenAt: at,
    token: null,
    sendActionAt: null,
  };
}

/** A store of so many messages, and what each sample of it took, ms. */
interface Store {
  database: Database;
  /** How many samples an earlier run has put into it. */
  earlier: number;
  messages: number;
  conversations: number;
  template: StoredEntry;
  puts: number[];
  records: number[];
}

async function storeOf(messages: number, name: string): Promise<Store> {
  const database = new Database(name);
  const conversations = Math.ceil(messages / perConversation);
  const days = Math.ceil(messages / perDay);
  // Rollups come last: a store that has them is full.
  if ((await database.rollups.count()) === 0) {
    await Promise.all(database.tables.map((table) => table.clear()));
    const filling = await timed(() => fillStore(database, { messages, conversations, days, until: now, profile }));
    console.log(`${messages} messages stored in ${(filling / 1000).toFixed(0)} s`);
  }
  const earlier = await database.entries.where('key').startsWith('put-').count();
  expect(await database.entries.count()).toBe(conversations * perConversation + 2 * earlier);
  const template = await database.entries.toCollection().first();
  if (template === undefined) throw new Error('Nothing was stored.');
  return { database, earlier, messages, conversations, template, puts: [], records: [] };
}

/** One bare put, and one more message of a conversation that is known: a customer's that waits, or the answer to it. */
async function take(store: Store, turn: number): Promise<void> {
  const { database, conversations, template, earlier } = store;
  const sample = earlier + turn;
  const answers = sample % 2 === 1;
  const index = (Math.floor(sample / 2) * 7919) % conversations;
  const known = await database.conversations.get(`playground|https://shop.example|account-1|filled-${index}`);
  const at = (known?.lastAt ?? now) + 30_000;
  const added = answers ? 2 : 1;
  const rows = Array.from({ length: 10 }, (_, i) => perConversation - 10 + i).map((seq) =>
    row(`m-${index}-${seq}`, seq, at - 30_000 * added),
  );
  for (let n = 0; n < added; n++) {
    rows.push(row(`new-${sample - added + 1 + n}`, perConversation + n, at - 30_000 * (added - 1 - n)));
  }
  const context = {
    database,
    generation: 1,
    profileFor: () => profile,
    newKey: () => crypto.randomUUID(),
    person: null,
    storeText: true,
  };
  const put = await timed(() =>
    database.entries.put({ ...template, key: `put-${sample}`, conversationId: 'none', seq: sample }),
  );
  const record = await timed(() =>
    recordReadings(context, {
      recorder,
      readings: [
        {
          kind: 'transcript',
          readAt: at,
          conversation: { key: `filled-${index}`, keyedBy: 'id', name: null },
          rows,
          reachesEnd: true,
          baseline: false,
        },
      ],
      hash: async (text) => `hash ${text}`,
    }),
  );
  if (turn < warmUp) return;
  store.puts.push(put);
  store.records.push(record);
}

async function checked({ database, conversations, earlier }: Store): Promise<void> {
  const taken = earlier + samples + warmUp;
  expect(await database.entries.where('key').startsWith('put-').count()).toBe(taken);
  expect(await database.entries.count()).toBe(conversations * perConversation + 2 * taken);
}

/** How many records the popup reads. */
async function popupReads({ database }: Store): Promise<number> {
  const reopened = new Database(database.name);
  const reads = countReads(reopened);
  const view = await readLiveView(reopened, {
    settings: defaultSettings(),
    now: now + 600_000,
    workbenchName: (id) => id,
    workbenchProfile: () => 'selfcoach',
  });
  expect(view.today.figures.turns).toBeGreaterThan(0);
  reopened.close();
  return reads.total();
}

test('recording one message', async () => {
  const few = await storeOf(small, `bench-${crypto.randomUUID()}`);
  const many = await storeOf(inject('messages'), `bench-large-${inject('messages')}`);
  console.log(`the popup reads ${await popupReads(few)} and ${await popupReads(many)} records (limit 40)`);
  // By turns, so that whatever else the machine does meanwhile falls on both alike.
  for (let sample = 0; sample < samples + warmUp; sample++) {
    for (const store of [few, many]) {
      await pause(inject('pauseMs'));
      await take(store, sample);
    }
  }
  for (const { messages, puts, records } of [few, many]) {
    const [put, record] = [median(puts), median(records)];
    console.log(
      `${messages} messages: put ${put.toFixed(2)} ms, one message recorded ${record.toFixed(2)} ms: ${(record / put).toFixed(1)} × (limit 6)`,
    );
  }
  const growth = median(many.records) / median(few.records);
  console.log(`growth: ${growth.toFixed(2)} × (limit 1.2)`);
  await checked(few);
  await checked(many);
  for (const { database } of inject('keep') ? [few] : [few, many]) {
    database.close();
    await database.delete();
  }
  expect(growth).toBeLessThanOrEqual(1.2);
  expect(median(many.records) / median(many.puts)).toBeLessThanOrEqual(6);
});
