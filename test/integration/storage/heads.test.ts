import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { Database } from '@/lib/storage/database';
import { deriveConversation } from '@/lib/storage/derive';
import { countReads } from './countReads';
import { c1, noon, openStore, row, seconds, transcript } from './openStore';

type Store = Awaited<ReturnType<typeof openStore>>;

const minutes = (n: number) => seconds(60 * n);

/** The rows appear one after the other, each read when it came. */
async function converse(store: Store, said: readonly [at: number, author: 'customer' | 'own', text: string][]) {
  const rows = [row('早', { id: 'h' })];
  await store.record([transcript([...rows], { baseline: true })]);
  for (const [at, author, text] of said) {
    rows.push(row(text, { author, id: `m${rows.length}`, seenAt: noon + at }));
    await store.record([transcript([...rows], { readAt: noon + at })]);
  }
  return rows;
}

async function derived({ database }: Store) {
  const { turns, sessions, heads, parts, rollups } = database;
  return Promise.all([turns, sessions, heads, parts, rollups].map((table) => table.toArray()));
}

test('a message read from the page leaves the same behind as deriving its whole conversation', async () => {
  const store = await openStore();
  await converse(store, [
    [seconds(60), 'customer', '在吗'],
    [seconds(70), 'own', '在的'],
    [seconds(80), 'customer', '要哪个'],
    [seconds(90), 'customer', '多少钱'],
    [seconds(99), 'own', '28元,要现在下单吗?'],
    [minutes(50), 'customer', '好的'],
    [minutes(51), 'customer', '谢谢'],
  ]);
  const before = await derived(store);
  await deriveConversation(store.derive, { conversationId: c1, from: Number.NEGATIVE_INFINITY });
  expect(await derived(store)).toEqual(before);
  expect((await store.turns()).at(-1)).toMatchObject({ state: 'pending', unansweredTexts: ['好的', '谢谢'] });
});

test('one more message reads nothing that stands in front of the running turn but the tail to compare with', async () => {
  const store = await openStore();
  const rows = await converse(
    store,
    Array.from({ length: 40 }, (_, n) => [minutes(n + 1), n % 2 === 0 ? 'customer' : 'own', `第${n}句`] as const),
  );
  const { name } = store.database;
  store.database.close();
  const reopened = new Database(name);
  const reads = countReads(reopened);
  Object.assign(store.context, { database: reopened });
  rows.push(row('多少钱', { id: 'last', seenAt: noon + minutes(60) }));
  await store.record([transcript(rows.slice(-5), { readAt: noon + minutes(60) })]);
  reopened.close();
  // As many as there are rows, and those that show that no more are needed.
  expect(reads.records.get('entries')).toBe(5 + 8 + 1);
  const tables = [...reads.records].flatMap(([table, count]) => (count > 0 ? [table] : []));
  expect(tables.sort()).toEqual(['conversations', 'entries', 'heads', 'rollups']);
  expect(reads.total()).toBeLessThanOrEqual(14 + 4);
});

test('turns between one that waits for a real reply and the last one stay when a later session changes', async () => {
  const store = await openStore();
  await converse(store, [
    [seconds(60), 'customer', '有货吗'],
    [seconds(70), 'own', '在的'],
    [seconds(80), 'customer', '有货吗有货吗'],
    [seconds(90), 'own', '稍等'],
    [seconds(95), 'customer', '快点'],
    [seconds(99), 'own', '马上'],
    [minutes(50), 'customer', '还在吗'],
    [minutes(51), 'customer', '喂'],
  ]);
  const before = await derived(store);
  expect(before[0]).toHaveLength(4);
  await deriveConversation(store.derive, { conversationId: c1, from: noon + minutes(51) });
  expect(await derived(store)).toEqual(before);
});

test('a store of the first version goes on with what it knows of steps of the clock', async () => {
  const name = `test-upgrade-${Math.random()}`;
  const first = new Dexie(name);
  first.version(1).stores({ gaps: '++id, from, recorderId', meta: 'key', turns: 'id, [generation+state]' });
  await first.table('gaps').bulkAdd([
    { kind: 'clockStep', from: 5, to: 9 },
    { kind: 'closed', from: 5, to: 20 },
  ]);
  first.close();
  const database = new Database(name);
  expect(await database.meta.get('clockStep')).toEqual({ key: 'clockStep', value: 9 });
  expect(await database.heads.count()).toBe(0);
  database.close();
  await database.delete();
});
