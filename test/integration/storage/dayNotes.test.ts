import { expect, it } from 'vitest';
import { closeGap, openGap } from '@/lib/storage/gaps';
import { readCorrections } from '@/lib/storage/liveQueries/corrections';
import { readDayNotes } from '@/lib/storage/liveQueries/dayNotes';
import { noon, openStore, profile, row, seconds, transcript } from './openStore';

const span = { from: noon - seconds(3600), to: noon + seconds(36_000) };

it('tells of each pause how long it was and who was waiting, at its beginning or meanwhile', async () => {
  const store = await openStore();
  const { database } = store;
  const before = row('您好', { author: 'own', id: '0' });
  const asked = row('在吗', { seenAt: noon, id: '1' });
  await store.record([transcript([before], { baseline: true, readAt: noon - 1 }), transcript([before, asked])]);
  const pause = (from: number, to: number) =>
    openGap(database, { kind: 'paused', recorder: null, from, to: null }).then(() =>
      closeGap(database, { kind: 'paused', recorderId: null, at: to }),
    );
  await pause(noon - seconds(120), noon - seconds(60));
  await pause(noon + seconds(60), noon + seconds(150));
  const reply = row('在的', { author: 'own', seenAt: noon + seconds(200), sendActionAt: noon + seconds(199), id: '2' });
  await store.record([transcript([before, asked, reply], { readAt: noon + seconds(200) })]);
  await openGap(database, { kind: 'paused', recorder: null, from: noon + seconds(300), to: null });
  const { pauses } = await readDayNotes(database, { profile, ...span, now: noon + seconds(360) });
  expect(pauses.map(({ minutes, waiting }) => [minutes, waiting])).toEqual([
    [1, []],
    [1.5, ['王*萍']],
    [1, []],
  ]);
});

it('times a turn that was transferred in from the customer’s first message, and from the transfer', async () => {
  const store = await openStore();
  const rows = [row('您好', { author: 'own', id: '0' }), row('在吗', { seenAt: noon, id: '1' })];
  await store.record([transcript(rows.slice(0, 1), { baseline: true, readAt: noon - 1 }), transcript(rows)]);
  const at = noon + seconds(40);
  rows.push(row('会话转入', { author: null, event: 'transferredIn', seenAt: at, id: '2' }));
  await store.record([transcript([...rows], { readAt: at })]);
  const seenAt = at + seconds(12);
  rows.push(row('在的', { author: 'own', seenAt, sendActionAt: seenAt, id: '3' }));
  await store.record([transcript([...rows], { readAt: seenAt })]);
  const { transferredIn, excluded } = await readDayNotes(store.database, { profile, ...span, now: noon + seconds(99) });
  expect(transferredIn).toEqual({ turns: 1, customerMs: seconds(52), agentMs: seconds(12) });
  expect(excluded).toEqual({ advertiser: 0, internal: 0 });
});

it('a correction of who was on duty leaves with the days that it touches', async () => {
  const { database } = await openStore();
  const touched = { from: noon, to: noon + seconds(60) };
  await database.corrections.add({
    at: noon + seconds(999),
    conversationId: '',
    kind: 'person',
    before: '小李',
    after: '小雨',
    span: touched,
  });
  expect(await readCorrections(database, new Set(), span)).toMatchObject([{ kind: 'person', span: touched }]);
  expect(await readCorrections(database, new Set(), { from: noon + seconds(60), to: noon + seconds(99) })).toEqual([]);
});
