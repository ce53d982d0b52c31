import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '@/lib/storage/database';
import { runningParts } from '@/lib/storage/oldMaterial';
import { c1, noon, openStore, recorder, row, seconds, transcript } from './openStore';

type Store = Awaited<ReturnType<typeof openStore>>;

const firstVersion = {
  conversations: 'id, lastAt',
  entries: 'key, [conversationId+seq]',
  texts: 'key, at',
  turns: 'id, [generation+state], [generation+startedAt], [generation+conversationId+index]',
  sessions: '[generation+conversationId+fromSeq]',
  rollups: 'key, [generation+hourStart]',
  parts: '[generation+conversationId+kind+n]',
  gaps: '++id, from, recorderId',
  recorders: 'id, lastBeatAt',
  badges: '[recorderId+conversationId]',
  duties: '++id, at',
  dutyStretches: '++id, to',
  excludedTurns: 'id, conversationId, [generation+startedAt], [generation+reason+startedAt]',
  soonTexts: 'key',
  quickReplies: 'id, code, group',
  picks: '++id, replyId, at, conversationId',
  pictures: 'id, at',
  shownSuggestions: 'conversationId, at',
  ignoredSuggestions: '++id, at',
  dismissedPhrases: 'core',
  corrections: '++id, at, conversationId',
  meta: 'key',
};
const secondVersion = {
  platformFigures: '++id, importId, date',
  platformImports: '++id',
  reportAgents: 'agent',
  reportMappings: 'headings',
};

/** One record of each kind that no message brings about. */
const others: Partial<Record<string, object>> = {
  recorders: { ...recorder('old'), lastBeatAt: noon, endedAt: noon },
  badges: { recorderId: 'old', conversationId: c1, count: 2, at: noon },
  gaps: { id: 1, kind: 'closed', from: noon, to: noon + 5, recorderId: 'old', waiting: 0 },
  duties: { id: 1, at: noon, person: '小李' },
  dutyStretches: { id: 1, source: 'switch', on: false, from: noon - 9000, to: noon - 5000, account: null },
  excludedTurns: { id: '1|x|0', generation: 1, conversationId: 'x', startedAt: noon, reason: 'advertiser' },
  soonTexts: { key: 'account|hash', times: 2 },
  quickReplies: { id: 'q', code: 'fh', group: '售前', text: '今天发货' },
  picks: { id: 1, replyId: 'q', at: noon, conversationId: c1, messages: ['在吗'] },
  pictures: { id: 'p', at: noon, blob: new Blob(['png']) },
  shownSuggestions: { conversationId: c1, at: noon, messages: [], replyIds: ['q'] },
  ignoredSuggestions: { id: 1, at: noon, messages: ['在吗'], replyIds: ['q'] },
  dismissedPhrases: { core: '好的', at: noon },
  corrections: { id: 1, at: noon, conversationId: c1, kind: 'outcome', before: 'null', after: 'ordered' },
  meta: { key: 'hashSecret', value: '00' },
  platformFigures: { id: 1, importId: 1, date: '2026-11-21', agent: '小李', workbenchId: null },
  platformImports: { id: 1, at: noon, kind: 'typed', name: '', format: null, lines: 1, skipped: 0 },
  reportAgents: { agent: '小李', subject: { kind: 'everybody' } },
  reportMappings: { headings: 'a|b', columns: [] },
};

/** A talk of two sessions, the last one running: with a burst, a reply that stands alone, and who waits at the end. */
const talk = [
  [60, 'customer', '在吗'],
  [72, 'own', '在的'],
  [80, 'own', '要哪款'],
  [3_000, 'own', '今天有活动'],
  [6_000, 'customer', '红色'],
  [6_030, 'customer', '多少钱'],
  [6_041, 'own', '28元'],
  [6_100, 'customer', '包邮吗'],
] as const;

async function record(store: Store, count: number, from = 0) {
  const rows = [
    row('早', { id: 'h' }),
    ...talk
      .slice(0, count)
      .map(([at, author, text], n) => row(text, { author, id: `m${n}`, seenAt: noon + at * 1000 })),
  ];
  for (let n = from; n <= count; n++) {
    const readAt = noon + seconds(n === 0 ? 0 : (talk[n - 1]?.[0] ?? 0));
    await store.record([transcript(rows.slice(0, n + 1), { readAt, baseline: n === 0 })]);
  }
}

/** The same records as an earlier version kept them: it had no heads, and running parts stood among the others. */
async function asVersion(version: 1 | 2, { database }: Store): Promise<string> {
  const name = `test-upgrade-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(1).stores(firstVersion);
  if (version === 2) old.version(2).stores(secondVersion);
  for (const { name: table } of old.tables) {
    const other = others[table];
    await old
      .table(table)
      .bulkPut([...(await database.table(table).toArray()), ...(other === undefined ? [] : [other])]);
  }
  await old.table('parts').bulkPut((await database.heads.toArray()).flatMap(runningParts));
  old.close();
  return name;
}

async function contents(database: Dexie, tables: readonly string[]) {
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await database.table(table).toArray()] as const)),
  );
}

test.each([1, 2] as const)(
  'a full store of version %i loses nothing, and goes on as if it had always been of now',
  async (version) => {
    const store = await openStore();
    await record(store, talk.length - 2);
    const name = await asVersion(version, store);
    const tables = Object.keys({ ...firstVersion, ...(version === 2 ? secondVersion : {}) });
    const old = new Dexie(name);
    await old.open();
    const before = await contents(old, tables);
    old.close();
    for (const table of tables) expect(before[table], table).not.toEqual([]);

    const upgraded = new Database(name);
    onTestFinished(async () => {
      upgraded.close();
      await upgraded.delete();
    });
    expect(await contents(upgraded, tables)).toEqual(before);
    expect(upgraded.tables.map((table) => table.name).sort()).toEqual(
      [...Object.keys(firstVersion), ...Object.keys(secondVersion), 'heads'].sort(),
    );

    // The next messages are recorded into both.
    await record(store, talk.length, talk.length - 1);
    const { database } = store;
    Object.assign(store.context, { database: upgraded });
    await record(store, talk.length, talk.length - 1);
    const derived = ['turns', 'sessions', 'heads', 'parts', 'rollups', 'conversations'];
    const withoutKeys = async (one: Dexie) => {
      const { heads = [], ...rest } = await contents(one, derived);
      return { ...rest, heads: heads.map((head) => ({ ...head, unanswered: head.unanswered.length })) };
    };
    expect(await withoutKeys(upgraded)).toEqual(await withoutKeys(database));
    expect(await upgraded.entries.count()).toBe(await database.entries.count());
  },
);

test('what waited to be confirmed in an earlier version is listed with its turn', async () => {
  const store = await openStore();
  const asked = row('在吗', { id: '1', seenAt: noon });
  const greeted = row('您好', { id: '2', author: 'own', seenAt: noon + 500 });
  const before = row('早', { id: '0' });
  await store.record([transcript([before], { baseline: true, readAt: noon - 1 })]);
  await store.record([transcript([before, asked, greeted], { readAt: noon + 500 })]);
  const later = row('有货吗', { id: '3', seenAt: noon + seconds(60) });
  await store.record([transcript([before, asked, greeted, later], { readAt: noon + seconds(60) })]);
  const flagged = (await store.turns()).map(({ reviewAt }) => reviewAt);
  expect(flagged).toEqual([(await store.turns())[0]?.startedAt, undefined]);

  await store.database.turns.toCollection().modify((turn) => {
    delete turn.reviewAt;
  });
  const upgraded = new Database(await asVersion(2, store));
  onTestFinished(async () => {
    upgraded.close();
    await upgraded.delete();
  });
  expect((await upgraded.turns.toArray()).map(({ reviewAt }) => reviewAt)).toEqual(flagged);
});
