import { expect, test } from 'vitest';
import { namesInTouch } from '@/lib/storage/liveQueries/namesInTouch';
import { textsSentSince } from '@/lib/storage/liveQueries/textsSentSince';
import { list, noon, openStore, recorder, row, seconds, transcript } from './openStore';

test('texts of the agent from a moment on, without the customers’ and what the workbench sent by itself', async () => {
  const { database, record } = await openStore();
  await record([
    list(noon - seconds(60), { c1: 0 }),
    transcript([row('在吗')], { readAt: noon - seconds(50), baseline: true }),
    transcript([row('在吗'), row('在的', { author: 'own', seenAt: noon - seconds(40) })], {
      readAt: noon - seconds(40),
    }),
    transcript(
      [
        row('在吗'),
        row('在的', { author: 'own', seenAt: noon - seconds(40) }),
        row('多大', { seenAt: noon }),
        row('您好', { author: 'automatic', seenAt: noon + seconds(1) }),
        row('XL', { author: 'own', seenAt: noon + seconds(5) }),
      ],
      { readAt: noon + seconds(5) },
    ),
  ]);
  expect(await textsSentSince(database, noon - seconds(45))).toEqual(['在的', 'XL']);
  expect(await textsSentSince(database, noon)).toEqual(['XL']);
});

test('names of the customers of this account only, and of late', async () => {
  const { database, record } = await openStore();
  const talk = (key: string, name: string, at: number) =>
    transcript([row('在吗', { seenAt: at })], {
      key,
      readAt: at,
      conversation: { key, keyedBy: 'id', name },
    });
  await record([talk('c1', '王小萍', noon), talk('c2', '李明', noon)]);
  await record([talk('c3', '赵四', noon)], recorder('r2', { account: '别的号' }));
  const own = recorder();
  expect((await namesInTouch(database, { recorder: own, since: noon - seconds(60) })).sort()).toEqual([
    '李明',
    '王小萍',
  ]);
  expect(await namesInTouch(database, { recorder: own, since: noon + seconds(3600) })).toEqual([]);
});
