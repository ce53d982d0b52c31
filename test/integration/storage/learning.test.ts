import { expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { textCore } from '@/lib/quickReplies/nearText';
import { createReplyRecogniser } from '@/lib/quickReplies/recogniseReply';
import { settleAnswers } from '@/lib/storage/answerSuccess';
import { forgetAnswers, readIgnored, readPastAnswers, recordPick } from '@/lib/storage/answers';
import { dismissPhrase } from '@/lib/storage/dismissedPhrases';
import { readLearned } from '@/lib/storage/liveQueries/learned';
import { readOpenConversation } from '@/lib/storage/liveQueries/openConversation';
import { readDismissed, readSentTexts, readTypedSamples } from '@/lib/storage/liveQueries/sentTexts';
import { markConversation } from '@/lib/storage/marks';
import { purgeQuestions } from '@/lib/storage/purgeQuestions';
import { deleteHistory } from '@/lib/storage/retention';
import { noteShown, settleShown } from '@/lib/storage/shownSuggestions';
import { c1, list, noon, openStore, row, seconds, transcript } from './openStore';

const library: QuickReply[] = [
  ['ship', '今天下午四点前付款当天发货'],
  ['refund', '支持七天无理由退换'],
  ['size', '身高体重告诉我帮您看尺码'],
].map(([id = '', text = '']) => ({ id, code: id, title: id, text, group: '', order: 0, uses: 0, lastUsedAt: null }));
const recognise = createReplyRecogniser(library);

type Store = Awaited<ReturnType<typeof openStore>>;

/** A conversation in which each text is read as it arrives. */
async function talk(store: Store) {
  const rows: ReturnType<typeof row>[] = [];
  await store.record([transcript([], { readAt: noon - 1, baseline: true })]);
  return async (author: 'customer' | 'own', text: string, at: number) => {
    rows.push(row(text, { author, id: `m${rows.length}`, seenAt: at, sendActionAt: author === 'own' ? at : null }));
    await store.record([transcript([...rows], { readAt: at })]);
  };
}

const settle = ({ database }: Store, now: number) => settleShown(database, { conversationIds: [c1], recognise, now });

it('learns a library reply that is typed by hand, and counts suggestions that were passed over', async () => {
  const store = await openStore();
  const { database } = store;
  await database.quickReplies.bulkPut(library);
  const say = await talk(store);
  await say('customer', '什么时候发货', noon);
  await noteShown(database, { conversationId: c1, replyIds: ['refund', 'size'], at: noon + seconds(1) });
  expect(await settle(store, noon + seconds(2))).toEqual([]);
  // Too short to say anything: the answer is still to come.
  await say('own', '在的亲', noon + seconds(3));
  expect(await settle(store, noon + seconds(3))).toEqual([]);
  await say('own', '亲,今天下午四点前付款当天发货哦', noon + seconds(9));
  const answer = { question: '什么时候发货', replyId: 'ship', at: noon + seconds(3) };
  expect(await settle(store, noon + seconds(9))).toEqual([
    { kind: 'answered', answer },
    { kind: 'ignored', question: '什么时候发货', replyIds: ['refund', 'size'] },
  ]);
  expect(await settle(store, noon + seconds(9))).toEqual([]);
  expect(await readPastAnswers(database)).toEqual([{ ...answer, success: null }]);
  expect(await readIgnored(database)).toEqual([{ question: '什么时候发货', replyIds: ['refund', 'size'] }]);
  const { learned, answers, ignored } = await readLearned(database);
  expect([answers, ignored]).toEqual([1, 1]);
  expect(learned.map(({ replyId, times, typed, ignored: passed }) => [replyId, times, typed, passed])).toEqual([
    ['ship', 1, 1, 0],
    ['refund', 0, 0, 1],
    ['size', 0, 0, 1],
  ]);
});

it('passes nothing over when one of the suggestions was picked, also when the customer wrote on meanwhile', async () => {
  const store = await openStore();
  const { database } = store;
  await database.quickReplies.bulkPut(library);
  const say = await talk(store);
  await say('customer', '能退吗', noon);
  await noteShown(database, { conversationId: c1, replyIds: ['refund'], at: noon + seconds(1) });
  await recordPick(database, { replyId: 'refund', conversationId: c1, messages: ['能退吗'], at: noon + seconds(2) });
  await say('customer', '在吗在吗', noon + seconds(3));
  await noteShown(database, { conversationId: c1, replyIds: ['ship'], at: noon + seconds(4) });
  await say('own', '支持七天无理由退换的亲', noon + seconds(5));
  expect(await settle(store, noon + seconds(5))).toEqual([]);
  expect(await database.shownSuggestions.count()).toBe(0);
  expect((await database.quickReplies.get('refund'))?.uses).toBe(1);
});

it('knows an answer that went well by what the customer asked on, and by an order', async () => {
  const store = await openStore();
  const { database } = store;
  const say = await talk(store);
  await say('customer', '能退吗', noon);
  await recordPick(database, { replyId: 'refund', conversationId: c1, messages: ['能退吗'], at: noon + seconds(2) });
  await say('own', '支持七天无理由退换', noon + seconds(3));
  await say('customer', '那运费谁出', noon + seconds(20));
  await recordPick(database, { replyId: 'size', conversationId: c1, messages: ['那运费谁出'], at: noon + seconds(22) });
  await say('own', '身高体重告诉我帮您看尺码', noon + seconds(25));
  await say('customer', '好的', noon + seconds(30));
  const success = async () => (await readPastAnswers(database)).map((answer) => answer.success);
  expect(await settleAnswers(database, noon + seconds(60))).toEqual([]);
  expect(await success()).toEqual([null, null]);
  expect(await settleAnswers(database, noon + seconds(700))).toEqual([
    { question: '能退吗', replyId: 'refund', before: null, after: false },
    { question: '那运费谁出', replyId: 'size', before: null, after: true },
  ]);
  expect(await settleAnswers(database, noon + seconds(710))).toEqual([]);
  expect(await success()).toEqual([false, true]);
  const mark = { ...store.derive, workbenchProfile: () => 'selfcoach', now: noon + seconds(800) };
  await markConversation(mark, { conversationId: c1, kind: 'ordered', on: true });
  expect(await success()).toEqual([true, true]);
  expect((await readOpenConversation(database, c1))?.orderedAt).toBe(noon + seconds(800));
  await markConversation(mark, { conversationId: c1, kind: 'ordered', on: false });
  expect(await success()).toEqual([false, true]);
  expect((await readOpenConversation(database, c1))?.orderedAt).toBeNull();
});

it('forgets one answer, all answers, and those of a deleted time', async () => {
  const store = await openStore();
  const { database } = store;
  const pick = (replyId: string, message: string, at: number) =>
    recordPick(database, { replyId, conversationId: c1, messages: [message], at });
  await pick('ship', '什么时候发货', 1);
  await pick('ship', '什么时候发货', 2);
  await pick('ship', '今天发吗', 3);
  await database.ignoredSuggestions.bulkAdd([
    { at: 4, messages: ['什么时候发货'], replyIds: ['ship', 'size'] },
    { at: 5, messages: ['什么时候发货'], replyIds: ['ship'] },
  ]);
  expect(await forgetAnswers(database, { question: '什么时候发货', replyId: 'ship' })).toEqual({ forgotten: 4 });
  expect((await readPastAnswers(database)).map(({ question }) => question)).toEqual(['今天发吗']);
  expect(await readIgnored(database)).toEqual([{ question: '什么时候发货', replyIds: ['size'] }]);
  await deleteHistory(database, 4);
  expect(await readPastAnswers(database)).toEqual([]);
  expect(await forgetAnswers(database, null)).toEqual({ forgotten: 1 });
  expect(await readIgnored(database)).toEqual([]);
});

it('reads what the agent sent, and how fast it was typed, without what was picked', async () => {
  const store = await openStore();
  const { database } = store;
  const say = await talk(store);
  await say('customer', '能退吗', noon);
  await store.record([
    {
      kind: 'activity',
      readAt: noon + seconds(2),
      conversation: { key: 'c1', keyedBy: 'id', name: null },
      action: 'firstKey',
    },
  ]);
  await say('own', '可以退的亲亲', noon + seconds(5));
  expect(await readSentTexts(database, noon)).toEqual([{ text: '可以退的亲亲', at: noon + seconds(5) }]);
  expect(await readSentTexts(database, noon + seconds(6))).toEqual([]);
  expect(await readTypedSamples(database)).toEqual([{ characters: 6, typingMs: 3_000 }]);
  await recordPick(database, { replyId: 'refund', conversationId: c1, messages: [], at: noon + seconds(3) });
  expect(await readTypedSamples(database)).toEqual([]);
  await dismissPhrase(database, { text: '可以退的亲亲', dismissed: true, at: 1 });
  expect((await readDismissed(database)).has(textCore('可以退的,亲!'))).toBe(true);
  await dismissPhrase(database, { text: '可以退的', dismissed: false, at: 2 });
  expect((await readDismissed(database)).size).toBe(0);
});

it('forgets the words of questions with the texts, and keeps that a reply was picked', async () => {
  const store = await openStore();
  const { database } = store;
  const say = await talk(store);
  await say('customer', '能退吗', noon);
  await store.record([list(noon + 1, { c2: 0 }), list(noon + 2, { c2: 1 }, { preview: '我电话13800000000' })]);
  const pick = (message: string, at: number) =>
    recordPick(database, { replyId: 'refund', conversationId: c1, messages: [message], at });
  await pick('旧问题', noon - 2);
  await pick('能退吗', noon + seconds(2));
  await database.ignoredSuggestions.bulkAdd([
    { at: noon - 2, messages: ['旧问题'], replyIds: ['size'] },
    { at: noon, messages: ['能退吗'], replyIds: ['size'] },
  ]);
  await noteShown(database, { conversationId: c1, replyIds: ['refund'], at: noon + seconds(1) });
  const words = async () =>
    JSON.stringify(
      await Promise.all(
        [
          database.picks,
          database.ignoredSuggestions,
          database.shownSuggestions,
          database.conversations,
          database.turns,
        ].map((table) => table.toArray()),
      ),
    );

  await purgeQuestions(database, noon);
  expect(await words()).not.toContain('旧问题');
  expect((await readPastAnswers(database)).map(({ question }) => question)).toEqual(['能退吗']);
  expect((await readIgnored(database)).map(({ question }) => question)).toEqual(['能退吗']);
  expect(await database.picks.count()).toBe(2);
  expect(await words()).toContain('13800000000');

  // A shorter limit takes the rest; then a longer one, and what came meanwhile goes at its time.
  await purgeQuestions(database, noon + seconds(10));
  for (const word of ['能退吗', '13800000000']) expect(await words()).not.toContain(word);
  expect(await readPastAnswers(database)).toEqual([]);
  expect((await database.picks.toArray()).map(({ replyId, at }) => [replyId, at])).toEqual([
    ['refund', noon - 2],
    ['refund', noon + seconds(2)],
  ]);
  await pick('几天到', noon - 1);
  await purgeQuestions(database, noon - 2);
  expect((await readPastAnswers(database)).map(({ question }) => question)).toEqual(['几天到']);
  await purgeQuestions(database, noon);
  expect(await words()).not.toContain('几天到');
});

it('starts from answers within the limit alone', async () => {
  const { database } = await openStore();
  for (const at of [1, 2, 3])
    await recordPick(database, { replyId: 'refund', conversationId: c1, messages: [`问${at}`], at });
  await database.ignoredSuggestions.bulkAdd([1, 3].map((at) => ({ at, messages: [`问${at}`], replyIds: ['size'] })));
  expect((await readPastAnswers(database, 2)).map(({ question }) => question)).toEqual(['问2', '问3']);
  expect((await readIgnored(database, 2)).map(({ question }) => question)).toEqual(['问3']);
});

it('stores no preview of a list where no text is to be stored', async () => {
  const store = await openStore();
  Object.assign(store.context, { storeText: false });
  await store.record([list(noon, { c1: 0 }), list(noon + 1, { c1: 1 }, { preview: '能退吗' })]);
  const [turn] = await store.database.turns.toArray();
  expect([await store.database.texts.count(), turn?.state, turn?.unansweredTexts]).toEqual([0, 'pending', []]);
});
