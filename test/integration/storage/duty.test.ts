import { expect, it } from 'vitest';
import { accountKey } from '@/lib/domain/duty';
import type { Reading } from '@/lib/domain/reading';
import type { Settings } from '@/lib/domain/settings';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { mergeRollups } from '@/lib/metrics/rollup';
import { defaultSettings } from '@/lib/settings/schema';
import { correctEntry, undoCorrection } from '@/lib/storage/correctEntry';
import { correctPerson } from '@/lib/storage/correctPerson';
import { switchDuty } from '@/lib/storage/duties';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { markConversation } from '@/lib/storage/marks';
import { endGoneRecorders, startRecorder } from '@/lib/storage/recorders';
import { advanceRederivation, deleteObsoleteGenerations, planRederivation } from '@/lib/storage/rederive';
import { ensureRules } from '@/lib/storage/rules';
import { c1, list, noon, openStore, profile, recorder, row, seconds, transcript } from './openStore';

type Store = Awaited<ReturnType<typeof openStore>>;
const hours = (n: number) => n * 3_600_000;
const workbenchProfile = () => 'selfcoach';

/** One conversation in which customer and agent take turns, each question answered after 10 s. */
async function talk(store: Store, key: string, moments: number[], own: { sent: boolean } = { sent: true }) {
  const rows = [row('您好', { author: 'own', id: `${key}-0` })];
  await store.record([transcript([...rows], { key, baseline: true, readAt: Math.min(...moments) - 1 })]);
  for (const at of moments) {
    rows.push(row(`问 ${at}`, { seenAt: at, id: `${key}-q${at}` }));
    await store.record([transcript([...rows], { key, readAt: at })]);
    const seenAt = at + seconds(10);
    const sendActionAt = own.sent ? seenAt - 50 : null;
    rows.push(row(`答 ${at}`, { author: 'own', seenAt, sendActionAt, id: `${key}-a${at}` }));
    await store.record([transcript([...rows], { key, readAt: seenAt })]);
  }
}

async function figures({ database }: Store, person?: string | null) {
  const live = await database.meta.get('generation');
  const generation = typeof live?.value === 'number' ? live.value : 1;
  const rollups = (await database.rollups.toArray()).filter(
    (one) => one.generation === generation && (person === undefined || one.person === person),
  );
  return liveFiguresOfTally({ tally: mergeRollups(rollups), profile, now: noon + hours(24) });
}

async function withSettings(store: Store, change: Partial<Settings>): Promise<void> {
  const { database } = store;
  await ensureRules(database, defaultSettings());
  await planRederivation(database, { ...defaultSettings(), ...change });
  while ((await advanceRederivation({ database, workbenchProfile })) === 'more');
  await deleteObsoleteGenerations(database);
}

const dutyReading = (readAt: number, state: 'online' | 'break' | 'offline'): Reading => ({
  kind: 'duty',
  readAt,
  state,
});

it('what the workbench shows of the account decides, and only of that account', async () => {
  const store = await openStore();
  await store.record([dutyReading(noon, 'online')]);
  await talk(store, 'c1', [noon + seconds(60)]);
  await store.record([dutyReading(noon + seconds(120), 'offline')]);
  await store.record([dutyReading(noon + seconds(121), 'offline')], recorder('r2'));
  await talk(store, 'c2', [noon + seconds(180)]);
  const other = recorder('r3', { account: 'other' });
  await store.record([transcript([row('您好', { author: 'own', id: '0' })], { key: 'c3', baseline: true })], other);
  const asked = row('在吗', { seenAt: noon + seconds(200), id: '1' });
  await store.record([transcript([row('您好', { author: 'own', id: '0' }), asked], { key: 'c3' })], other);
  await store.record([dutyReading(noon + seconds(300), 'break')]);
  await talk(store, 'c4', [noon + seconds(400)]);
  expect(await figures(store)).toMatchObject({ turns: 3, answered: 2, pending: 1, offDuty: 1, offDutyReplyRate: 1 });
  expect(await store.database.dutyStretches.toArray()).toMatchObject([
    { source: 'workbench', on: false, from: noon + seconds(120), to: noon + seconds(300) },
  ]);
});

it('what a page showed of an account is forgotten with its last page', async () => {
  const store = await openStore();
  const place = { tabId: 7, windowId: 1, frameId: 0 };
  await startRecorder(store.database, { recorder: recorder(), place, now: noon });
  await store.record([dutyReading(noon + 1, 'offline')]);
  await endGoneRecorders(store.database, { closedTabId: 7, now: noon + seconds(60) });
  expect(await store.database.dutyStretches.toArray()).toMatchObject([{ from: noon + 1, to: noon + seconds(60) }]);
});

it('下班: who writes then is counted apart, who waited before stays', async () => {
  const store = await openStore();
  await store.record([transcript([row('您好', { author: 'own' })], { baseline: true })]);
  await store.record([transcript([row('您好', { author: 'own' }), row('在吗', { seenAt: noon })])]);
  await switchDuty(store.database, { on: false, at: noon + seconds(30) });
  await talk(store, 'c2', [noon + seconds(60)]);
  await switchDuty(store.database, { on: true, at: noon + seconds(90) });
  await talk(store, 'c3', [noon + seconds(120)]);
  expect(await figures(store)).toMatchObject({ turns: 2, answered: 1, pending: 1, offDuty: 1, incoming: 2 });
});

it('shifts that are set later hold for what was recorded before, and taken away they never were', async () => {
  const store = await openStore();
  // 12:00 UTC is 20:00 in Shanghai.
  await talk(store, 'c1', [noon - hours(1), noon, noon + hours(1)]);
  const before = await figures(store);
  const shift = { name: '晚班', fromMinute: 20 * 60, toMinute: 21 * 60, days: [6] };
  await withSettings(store, { shifts: [shift] });
  expect(await figures(store)).toMatchObject({ turns: 1, answered: 1, offDuty: 2, incoming: 1 });
  await withSettings(store, { shifts: [{ ...shift, days: [7] }] });
  expect(await figures(store)).toMatchObject({ turns: 0, offDuty: 3 });
  await withSettings(store, {});
  expect(await figures(store)).toEqual(before);
});

it('a browser that was closed for hours was off duty meanwhile; for minutes it says nothing', async () => {
  const store = await openStore();
  const place = { tabId: 7, windowId: 1, frameId: 0 };
  const start = (id: string, now: number) => startRecorder(store.database, { recorder: recorder(id), place, now });
  const from = noon - hours(10);
  await start('r1', from);
  await start('r2', from + seconds(600));
  expect(await store.database.dutyStretches.count()).toBe(0);
  await start('r3', noon);
  expect(await store.database.dutyStretches.toArray()).toMatchObject([
    { source: 'closed', on: false, from: from + seconds(600), to: noon, account: null },
  ]);
  const old = [row('您好', { author: 'own', id: '0' })];
  await store.record([transcript(old, { baseline: true, readAt: from + 1 })]);
  const shown = { at: noon - hours(2), precision: 'second' as const };
  const found = [...old, row('在吗', { id: '1', shown })];
  await store.record([transcript(found, { baseline: true, readAt: noon + seconds(5) })]);
  expect(await store.turns()).toMatchObject([{ startedAt: shown.at, offDuty: true, uncertain: true }]);
  expect(await figures(store)).toMatchObject({ turns: 0, offDuty: 1 });
  await withSettings(store, { shifts: [{ name: 'x', fromMinute: 0, toMinute: 0, days: [1, 2, 3, 4, 5, 6, 7] }] });
  expect(await figures(store)).toMatchObject({ turns: 1, offDuty: 0 });
});

it('on a shared account, what was sent without a send action here is a colleague’s; the mark can come later, and go', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon], { sent: true });
  await talk(store, 'c2', [noon + seconds(60)], { sent: false });
  const mine = await figures(store);
  expect(mine).toMatchObject({ turns: 2, answered: 2, excused: 0 });
  const shared = { sharedAccounts: [accountKey(recorder())] };
  await withSettings(store, shared);
  expect(await figures(store)).toMatchObject({ turns: 1, answered: 1, excused: 1, outgoing: 1 });
  await talk(store, 'c3', [noon + seconds(120)], { sent: false });
  expect(await figures(store)).toMatchObject({ turns: 1, excused: 2 });

  const [, , answer] = await store.entries(c1.replace('c1', 'c3'));
  const context = { ...store.derive, generation: 2, workbenchProfile, now: noon + seconds(300) };
  expect(await correctEntry(context, { key: answer?.key ?? '', change: { author: 'agent' } })).toBe(true);
  expect(await figures(store)).toMatchObject({ turns: 2, answered: 2, excused: 1 });
  expect(await store.database.corrections.toArray()).toMatchObject([{ before: 'colleague', after: 'agent' }]);
  await withSettings(store, {});
  expect(await figures(store)).toMatchObject({ turns: 3, answered: 3, excused: 0 });
});

it('a send action counts once: seen with the row, noted before a reload, or by the other tab', async () => {
  const store = await openStore();
  await withSettings(store, { sharedAccounts: [accountKey(recorder())] });
  const rows = [row('您好', { author: 'own', id: '0' }), row('在吗', { seenAt: noon, id: '1' })];
  await store.record([transcript(rows.slice(0, 1), { baseline: true, readAt: noon - 1 }), transcript(rows)]);
  const conversation = { key: 'c1', keyedBy: 'id' as const, name: null };
  await store.record([{ kind: 'activity', readAt: noon + seconds(5), conversation, action: 'send' }]);
  const sent = row('在的', { author: 'own', id: '2', seenAt: noon + seconds(6) });
  const colleague = row('我来', { author: 'own', id: '3', seenAt: noon + seconds(20) });
  await store.record([transcript([...rows, sent], { readAt: noon + seconds(6) })], recorder('r2'));
  await store.record([transcript([...rows, sent, colleague], { readAt: noon + seconds(20) })]);
  expect((await store.entries()).map((entry) => entry.sent)).toEqual([undefined, undefined, true, false]);
  expect(await figures(store)).toMatchObject({ answered: 1, outgoing: 1 });

  const seen = { ...colleague, sendActionAt: noon + seconds(19) };
  await store.record([transcript([...rows, sent, seen], { readAt: noon + seconds(21) })], recorder('r2'));
  expect(await figures(store)).toMatchObject({ answered: 1, outgoing: 2 });
});

it('the same text three times at once and unasked is automatic; before, it is to be looked at', async () => {
  const store = await openStore();
  for (const [index, key] of ['c1', 'c2', 'c3'].entries()) {
    const at = noon + seconds(index * 60);
    const asked = row('在吗', { seenAt: at, id: `${key}-1` });
    const hello = row('亲,在的,请问有什么可以帮您', { author: 'own', seenAt: at + 400, id: `${key}-2` });
    const before = row('您好', { author: 'own', id: `${key}-0` });
    await store.record([transcript([before], { key, baseline: true, readAt: at - 1 })]);
    await store.record([transcript([before, asked, hello], { key, readAt: at + 400 })]);
  }
  const last = async (key: string) => (await store.entries(c1.replace('c1', key))).at(-1);
  expect(await last('c1')).toMatchObject({ author: 'agent', review: true });
  expect(await last('c3')).toMatchObject({ author: 'auto', sent: false });
});

it('an internal account is left out by name or id, and its turns are counted with the reason', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon, noon + seconds(60)]);
  await talk(store, 'c2', [noon]);
  const all = await figures(store);
  await withSettings(store, { internalCustomers: ['c1'] });
  expect(await figures(store)).toMatchObject({ turns: 1 });
  expect((await store.database.excludedTurns.toArray()).map((turn) => turn.reason)).toEqual(['internal', 'internal']);
  await store.record([list(noon + hours(1), { c1: 0 }), list(noon + hours(1) + seconds(2), { c1: 1 })]);
  expect(await store.database.excludedTurns.count()).toBe(3);
  expect(await figures(store)).toMatchObject({ turns: 1, pending: 0 });
  await withSettings(store, { internalCustomers: [] });
  expect(await store.database.excludedTurns.count()).toBe(0);
  expect(await figures(store)).toMatchObject({ turns: all.turns + 1, pending: 1 });
});

it('广告 keeps the turns apart, and taken back they are as before', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon, noon + seconds(60)]);
  const before = await figures(store);
  const mark = (on: boolean) =>
    markConversation({ ...store.derive, now: noon }, { conversationId: c1, kind: 'advertiser', on });
  await mark(true);
  expect(await figures(store)).toMatchObject({ turns: 0, outgoing: 0 });
  expect(await store.database.excludedTurns.toArray()).toMatchObject([{ reason: 'advertiser' }, { index: 1 }]);
  await mark(false);
  expect(await figures(store)).toEqual(before);
  expect(await store.database.excludedTurns.count()).toBe(0);
});

it('a correction of who was on duty moves turns, and the people together stay the team', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon, noon + seconds(600), noon + seconds(1200)]);
  await talk(store, 'c2', [noon + seconds(30), noon + seconds(630)]);
  const team = await figures(store);
  const span = { from: noon + seconds(500), to: noon + seconds(700), person: '小雨' };
  expect(await correctPerson({ ...store.derive, now: noon + hours(1) }, span)).toEqual({ entries: 4 });
  expect(await figures(store)).toEqual(team);
  const [hers, his] = [await figures(store, '小雨'), await figures(store, '小李')];
  expect([hers.turns, his.turns]).toEqual([2, 3]);
  for (const name of ['turns', 'answered', 'incoming', 'outgoing', 'offDuty'] as const) {
    expect(hers[name] + his[name], name).toBe(team[name]);
  }
  expect(await store.database.corrections.toArray()).toMatchObject([
    { kind: 'person', before: '小李', after: '小雨', span: { from: span.from, to: span.to } },
  ]);
  expect(await correctPerson({ ...store.derive, now: noon + hours(1) }, span)).toEqual({ entries: 0 });
  expect(await store.database.corrections.count()).toBe(1);
});

it('a correction of who was on duty is taken back, the later one of a stretch first', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon, noon + seconds(600), noon + seconds(1200)]);
  await talk(store, 'c2', [noon + seconds(30), noon + seconds(630)]);
  const { database, derive } = store;
  const whose = async () => (await database.entries.orderBy('key').toArray()).map(({ key, person }) => [key, person]);
  const before = { whose: await whose(), turns: await database.turns.toArray(), hers: await figures(store, '小雨') };
  const context = { ...derive, now: noon + hours(1) };
  const day = { from: noon - hours(1), to: noon + hours(2) };
  await correctPerson(context, { from: noon + seconds(500), to: noon + seconds(700), person: '小雨' });
  await correctPerson(context, { from: noon + seconds(620), to: noon + seconds(1300), person: null });
  const listed = await readDayCorrections(database, day);
  expect(listed.map(({ canUndo, holds }) => [canUndo, holds])).toEqual([
    [true, true],
    [false, true],
  ]);
  expect(await readDayCorrections(database, { from: noon + seconds(1300), to: noon + hours(2) })).toEqual([]);
  const [later, earlier] = listed.map(({ id }) => id);
  expect(await undoCorrection(context, { id: earlier ?? 0 })).toBe(false);
  expect(await undoCorrection(context, { id: later ?? 0 })).toBe(true);
  expect((await figures(store, '小雨')).turns).toBe(2);
  expect(await undoCorrection(context, { id: later ?? 0 })).toBe(false);
  expect(await undoCorrection(context, { id: earlier ?? 0 })).toBe(true);
  expect(await whose()).toEqual(before.whose);
  expect(await database.turns.toArray()).toEqual(before.turns);
  expect(await figures(store, '小雨')).toEqual(before.hers);
  const after = await readDayCorrections(database, day);
  expect(after.map(({ kind, holds, canUndo }) => [kind, holds, canUndo])).toEqual(
    after.map(() => ['person', false, false]),
  );
  expect(after).toHaveLength(4);
});

it('a mark that was taken back is no correction', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon, noon + seconds(60)]);
  const mark = (kind: 'ordered' | 'lost' | 'advertiser', on: boolean, at: number) =>
    markConversation({ ...store.derive, now: at }, { conversationId: c1, kind, on });
  const held = async () =>
    (await readDayCorrections(store.database, { from: noon, to: noon + hours(40) }))
      .filter(({ holds }) => holds)
      .map(({ kind, after }) => [kind, after]);
  await mark('advertiser', true, noon + 1);
  await mark('ordered', true, noon + 2);
  await mark('lost', true, noon + 3);
  expect(await held()).toEqual([
    ['outcome', 'lost'],
    ['outcome', 'ordered'],
    ['advertiser', 'true'],
  ]);
  await mark('advertiser', false, noon + 4);
  await mark('ordered', true, noon + 5);
  expect(await held()).toEqual([['outcome', 'ordered']]);
  await mark('ordered', false, noon + hours(30));
  expect(await held()).toEqual([]);
  // Set on one day and taken back on the next: no correction of either.
  const next = await readDayCorrections(store.database, { from: noon + hours(20), to: noon + hours(40) });
  expect(next.map(({ holds }) => holds)).toEqual([false]);
});

it('who is renamed keeps what they did', async () => {
  const store = await openStore();
  await talk(store, 'c1', [noon]);
  const before = await figures(store, '小李');
  await withSettings(store, { renamedPersons: { 小李: '李梅' } });
  expect(await figures(store, '李梅')).toEqual(before);
  expect((await figures(store, '小李')).turns).toBe(0);
});
