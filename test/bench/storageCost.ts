import { expect, inject, test } from 'vitest';
import type { ReadingRow, Recorder } from '@/lib/domain/reading';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { Database } from '@/lib/storage/database';
import { recordReadings } from '@/lib/storage/recordReadings';
import { fillStore } from '../integration/storage/fillStore';

declare module 'vitest' {
  interface ProvidedContext {
    messages: number;
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
const samples = 80;
const warmUp = 20;
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

/** Medians, ms: a bare put, and recording one more message of a conversation that is known. */
async function costs(messages: number): Promise<{ put: number; record: number }> {
  const database = new Database(`bench-${crypto.randomUUID()}`);
  const conversations = Math.ceil(messages / perConversation);
  const days = Math.ceil(messages / perDay);
  const filling = await timed(() => fillStore(database, { messages, conversations, days, until: now, profile }));
  expect(await database.entries.count()).toBe(conversations * perConversation);
  console.log(`${messages} messages stored in ${(filling / 1000).toFixed(0)} s`);
  const context = {
    database,
    generation: 1,
    profileFor: () => profile,
    newKey: () => crypto.randomUUID(),
    person: null,
    storeText: true,
  };
  const hash = async (text: string) => `hash ${text}`;
  const template = await database.entries.toCollection().first();
  if (template === undefined) throw new Error('Nothing was stored.');
  const puts: number[] = [];
  const records: number[] = [];
  for (let sample = 0; sample < samples + warmUp; sample++) {
    const index = (sample * 7919) % conversations;
    const known = await database.conversations.get(`playground|https://shop.example|account-1|filled-${index}`);
    const at = (known?.lastAt ?? now) + 30_000;
    const rows = Array.from({ length: 10 }, (_, i) => perConversation - 10 + i).map((seq) =>
      row(`m-${index}-${seq}`, seq, at - 30_000),
    );
    rows.push(row(`new-${sample}`, perConversation, at));
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
        hash,
      }),
    );
    if (sample < warmUp) continue;
    puts.push(put);
    records.push(record);
  }
  expect(await database.entries.where('key').startsWith('put-').count()).toBe(samples + warmUp);
  const added = (await database.entries.count()) - conversations * perConversation - (samples + warmUp);
  expect(added).toBe(samples + warmUp);
  database.close();
  await database.delete();
  return { put: median(puts), record: median(records) };
}

test('recording one message', async () => {
  const messages = inject('messages');
  const few = await costs(small);
  const many = await costs(messages);
  const report = (size: number, { put, record }: { put: number; record: number }) =>
    `${size} messages: put ${put.toFixed(2)} ms, one message recorded ${record.toFixed(2)} ms: ${(record / put).toFixed(1)} × (limit 6)`;
  console.log(report(small, few));
  console.log(report(messages, many));
  console.log(`growth: ${(many.record / few.record).toFixed(2)} × (limit 1.2)`);
  expect(many.record / few.record).toBeLessThanOrEqual(1.2);
  expect(many.record / many.put).toBeLessThanOrEqual(6);
});
