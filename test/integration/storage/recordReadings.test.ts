import { describe, expect, it } from 'vitest';
import { c1, list, noon, openStore, recorder, row, seconds, transcript } from './openStore';

const own = (text: string, fields = {}) => row(text, { author: 'own', ...fields });

describe('readings in the store', () => {
  it('takes the first reading of an unknown conversation for history, and what follows for new', async () => {
    const store = await openStore();
    await store.record([transcript([row('在吗'), own('在的亲')], { baseline: true })]);
    expect((await store.entries()).map(({ history }) => history)).toEqual([true, true]);
    expect(await store.turns()).toEqual([]);
    const seenAt = noon + seconds(60);
    await store.record([transcript([row('在吗'), own('在的亲'), row('多少钱', { seenAt })], { readAt: seenAt })]);
    expect(await store.turns()).toMatchObject([
      { state: 'pending', startedAt: seenAt, uncertain: false, unansweredTexts: ['多少钱'], person: '小李' },
    ]);
    const repliedAt = seenAt + seconds(12);
    const rows = [row('在吗'), own('在的亲'), row('多少钱', { seenAt }), own('28元', { seenAt: repliedAt })];
    await store.record([transcript(rows, { readAt: repliedAt })]);
    expect(await store.turns()).toMatchObject([{ startedAt: seenAt, repliedAt, unansweredTexts: [] }]);
    expect(await store.texts()).toEqual(['在吗', '在的亲', '多少钱', '28元']);
  });

  it('adds nothing when the same batch comes twice', async () => {
    const store = await openStore();
    const seenAt = noon + seconds(60);
    const batch = [
      transcript([row('在吗')], { baseline: true }),
      list(noon, { c1: 0, c2: 0 }, {}),
      transcript([row('在吗'), row('在吗', { seenAt, token: 'r1:2' })], { readAt: seenAt }),
      list(seenAt, { c1: 0, c2: 2 }),
    ];
    await store.record(batch);
    const before = await Promise.all([store.database.entries.toArray(), store.turns(), store.rollups()]);
    await store.record(batch);
    expect(await Promise.all([store.database.entries.toArray(), store.turns(), store.rollups()])).toEqual(before);
    expect(before[0].filter(({ provisional }) => provisional)).toHaveLength(2);
  });

  it('stores what two tabs see once, at the time of the tab that saw it first', async () => {
    const store = await openStore();
    const history = [row('在吗'), own('在的亲')];
    await store.record([transcript(history, { baseline: true })], recorder('r1'));
    await store.record([transcript(history, { baseline: true })], recorder('r2'));
    const seenAt = noon + seconds(60);
    const seen = (by: string, at: number) =>
      transcript([...history, row('多少钱', { seenAt: at, token: `${by}:3` })], { readAt: at });
    await store.record([seen('r1', seenAt)], recorder('r1'));
    await store.record([seen('r2', seenAt + 40)], recorder('r2'));
    expect((await store.entries()).slice(2)).toMatchObject([{ at: seenAt, observedAt: seenAt }]);
    expect(await store.turns()).toHaveLength(1);
  });

  it('keeps the time of a message that the badge announced when its row is read', async () => {
    const store = await openStore();
    await store.record([transcript([row('在吗'), own('在的亲')], { baseline: true }), list(noon, { c1: 0 })]);
    const announcedAt = noon + seconds(30);
    await store.record([list(announcedAt, { c1: 1 }, { preview: '多少钱' })]);
    expect(await store.turns()).toMatchObject([{ startedAt: announcedAt, unansweredTexts: ['多少钱'] }]);
    const readAt = noon + seconds(90);
    await store.record([transcript([row('在吗'), own('在的亲'), row('多少钱呀')], { readAt, baseline: true })]);
    expect((await store.entries()).at(-1)).toMatchObject({ at: announcedAt, provisional: false, uncertain: false });
    expect(await store.turns()).toMatchObject([
      { startedAt: announcedAt, uncertain: false, unansweredTexts: ['多少钱呀'] },
    ]);
    expect((await store.database.conversations.get(c1))?.incomingTotal).toBe(1);
  });

  it('knows which rows were announced by what the list showed, when others came unannounced between', async () => {
    const store = await openStore();
    const say = (at: number, count: number, preview: string) =>
      store.record([list(noon + seconds(at), { c1: count }, { preview })]);
    await store.record([list(noon, { c1: 0 })]);
    await say(10, 1, '在吗');
    await say(20, 2, '有货吗');
    // Under the header for a moment, before its rows were proven: neither badge nor row told of what came then.
    await store.record([list(noon + seconds(30), { c1: 0 }, { active: true })]);
    await store.record([list(noon + seconds(35), { c1: 0 })]);
    await say(40, 1, '多久发货');
    const rows = [row('在吗'), row('有货吗'), row('要两件'), row('多久发货')];
    await store.record([transcript(rows, { readAt: noon + seconds(60), baseline: true })]);
    const times = (await store.entries()).map(({ at, uncertain }) => [(at - noon) / 1000, uncertain]);
    expect(times).toEqual([
      [10, false],
      [20, false],
      [40, true],
      [40, false],
    ]);
  });

  it('times nothing by a row that nobody saw arrive', async () => {
    const store = await openStore();
    await store.record([transcript([row('在吗'), own('在的亲')], { baseline: true })]);
    const shown = { at: noon + seconds(40), precision: 'second' as const };
    const rows = [row('在吗'), own('在的亲'), row('多少钱', { shown }), own('28元', { seenAt: noon + seconds(70) })];
    await store.record([transcript(rows, { readAt: noon + seconds(70), baseline: true })]);
    expect(await store.turns()).toMatchObject([{ startedAt: shown.at, uncertain: true }]);
  });

  it('leaves nothing behind of a transaction that fails in the middle', async () => {
    const store = await openStore();
    await store.record([transcript([row('在吗')], { baseline: true })]);
    const before = await Promise.all(store.database.tables.map((table) => table.toArray()));
    const seenAt = noon + seconds(60);
    const readings = [
      transcript([row('在吗'), row('多少钱', { seenAt })], { readAt: seenAt }),
      list(seenAt, { c2: 1 }),
    ];
    const fail = () => {
      throw new Error('disk full');
    };
    store.database.turns.hook('creating', fail);
    await expect(store.record(readings)).rejects.toThrow('disk full');
    store.database.turns.hook('creating').unsubscribe(fail);
    expect(await Promise.all(store.database.tables.map((table) => table.toArray()))).toEqual(before);
    await store.record(readings);
    expect(await store.turns()).toHaveLength(2);
  });

  it('stores no text where text is not kept, and the figures all the same', async () => {
    const store = await openStore();
    Object.assign(store.context, { storeText: false });
    const seenAt = noon + seconds(60);
    await store.record([transcript([row('在吗')], { baseline: true })]);
    await store.record([transcript([row('在吗'), row('多少钱', { seenAt })], { readAt: seenAt })]);
    expect(await store.database.texts.count()).toBe(0);
    expect(await store.turns()).toMatchObject([{ state: 'pending', incoming: 2 }]);
    expect((await store.entries()).at(-1)).toMatchObject({ length: 3 });
  });

  it('makes turns uncertain that were open while the clock was set', async () => {
    const store = await openStore();
    const seenAt = noon + seconds(60);
    await store.record([transcript([own('您好')], { baseline: true })]);
    await store.record([transcript([own('您好'), row('多少钱', { seenAt })], { readAt: seenAt })]);
    const readAt = seenAt + seconds(90);
    const step = { kind: 'clockStep' as const, readAt, byMs: 60_000 };
    await store.record([step]);
    await store.record([step]);
    expect(await store.turns()).toMatchObject([{ uncertain: true }]);
    expect(await store.database.gaps.toArray()).toMatchObject([{ kind: 'clockStep', waiting: 1 }]);
  });

  it('records what cannot be told as a gap', async () => {
    const store = await openStore();
    await store.record([transcript([row('在吗'), own('在的亲')], { baseline: true })]);
    await store.record([transcript([row('甲'), own('乙')], { readAt: noon + seconds(600), baseline: true })]);
    expect(await store.database.gaps.toArray()).toMatchObject([{ kind: 'ambiguous', conversationId: c1 }]);
  });
});
