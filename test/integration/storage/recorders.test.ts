import { expect, it } from 'vitest';
import { closeGap, openGap } from '@/lib/storage/gaps';
import { beat, endGoneRecorders, livingRecorders, startRecorder } from '@/lib/storage/recorders';
import { purgeRecorders } from '@/lib/storage/retention';
import { list, noon, openStore, recorder, row, seconds, transcript } from './openStore';

type Store = Awaited<ReturnType<typeof openStore>>;
const place = { tabId: 7, windowId: 1, frameId: 0 };
const start = ({ database }: Store, now: number, id = 'r1', tabId = 7) =>
  startRecorder(database, { recorder: recorder(id), place: { ...place, tabId }, now });
const alive = ({ database }: Store, now: number, recorderId = 'r1') =>
  beat(database, { recorderId, problem: null, hidden: false, now });
const gaps = async ({ database }: Store) =>
  (await database.gaps.toArray()).map(({ kind, from, to }) => [kind, (from - noon) / 1000, to && (to - noon) / 1000]);

it('a tab that is loaded anew ends its observer; the time in between is a gap with those who waited', async () => {
  const store = await openStore();
  await start(store, noon);
  const seenAt = noon + seconds(10);
  await store.record([transcript([row('您好', { author: 'own' })], { baseline: true })]);
  await store.record([transcript([row('您好', { author: 'own' }), row('在吗', { seenAt })], { readAt: seenAt })]);
  await alive(store, noon + seconds(20));
  await start(store, noon + seconds(30), 'r2');
  expect(await livingRecorders(store.database)).toMatchObject([{ id: 'r2' }]);
  expect(await store.database.gaps.toArray()).toMatchObject([
    { kind: 'closed', from: noon + seconds(20), to: noon + seconds(30), waiting: 1 },
  ]);
});

it('a second tab of one workbench leaves no gap, nor does the end of one of two', async () => {
  const store = await openStore();
  await start(store, noon);
  await start(store, noon + seconds(5), 'r2', 8);
  await endGoneRecorders(store.database, { closedTabId: 8, now: noon + seconds(9) });
  await start(store, noon + seconds(20), 'r3', 9);
  expect(await gaps(store)).toEqual([]);
  expect((await livingRecorders(store.database)).map(({ id }) => id).sort()).toEqual(['r1', 'r3']);
});

it('an observer that fell silent is gone, and taken in again when it speaks', async () => {
  const store = await openStore();
  await start(store, noon);
  await alive(store, noon + seconds(20));
  await endGoneRecorders(store.database, { now: noon + seconds(600) });
  expect(await livingRecorders(store.database)).toEqual([]);
  expect(await alive(store, noon + seconds(601))).toBe(false);
  await start(store, noon + seconds(602));
  expect(await alive(store, noon + seconds(603))).toBe(true);
  expect(await gaps(store)).toEqual([['closed', 20, 602]]);
});

it('one heartbeat long after the last tells of a sleep', async () => {
  const store = await openStore();
  await start(store, noon);
  expect(await alive(store, noon + seconds(900))).toBe(true);
  expect(await gaps(store)).toEqual([['closed', 0, 900]]);
});

it('a problem and a pause are gaps from their beginning to their end, and open in between', async () => {
  const store = await openStore();
  await start(store, noon);
  const health = (at: number, problem: 'noList' | null) =>
    store.record([{ kind: 'health', readAt: noon + seconds(at), problem }]);
  await health(10, 'noList');
  expect(await gaps(store)).toEqual([['notReading', 10, null]]);
  expect(await livingRecorders(store.database)).toMatchObject([
    { problem: 'noList', problemSince: noon + seconds(10) },
  ]);
  await health(40, null);
  const pause = { kind: 'paused' as const, recorder: null, from: noon + seconds(50), to: null };
  await openGap(store.database, pause);
  await closeGap(store.database, { kind: 'paused', recorderId: null, at: noon + seconds(80) });
  expect(await gaps(store)).toEqual([
    ['notReading', 10, 40],
    ['paused', 50, 80],
  ]);
});

it('what tabs that are gone left behind is purged, their gaps stay', async () => {
  const store = await openStore();
  await start(store, noon);
  await start(store, noon, 'r2', 8);
  await store.record([list(noon, { c1: 1 })], recorder('r1'));
  await store.record([list(noon, { c1: 1 })], recorder('r2'));
  await endGoneRecorders(store.database, { closedTabId: 8, now: noon + seconds(9) });
  await purgeRecorders(store.database, noon + seconds(10));
  expect((await store.database.badges.toArray()).map(({ recorderId }) => recorderId)).toEqual(['r1']);
  expect(await store.database.recorders.count()).toBe(2);
  await purgeRecorders(store.database, noon + seconds(91 * 86_400));
  expect((await store.database.recorders.toArray()).map(({ id }) => id)).toEqual(['r1']);
});
