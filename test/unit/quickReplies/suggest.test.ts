import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import { createSuggester } from '@/lib/quickReplies/suggest';

const runs = Number(process.env.FC_RUNS ?? 1000);
const dayMs = 86_400_000;

function reply(id: string, text: string, extra: Partial<QuickReply> = {}): QuickReply {
  return { id, code: id, title: '', text, group: '', order: 0, uses: 0, lastUsedAt: null, ...extra };
}

const ids = (suggestions: { replyId: string }[]) => suggestions.map((suggestion) => suggestion.replyId);

describe('createSuggester', () => {
  const library = [
    reply('ship', '亲，付款后 48 小时内发出', { title: '发货时间' }),
    reply('track', '亲，帮您查了，包裹在路上', { title: '物流查询' }),
    reply('price', '亲，先领券再拍', { title: '优惠券' }),
    reply('bye', '祝您生活愉快', { title: '告别', group: '告别' }),
  ];

  it('finds an answer that shares no character with its question', () => {
    const suggestions = createSuggester({ replies: library }).suggest({ messages: ['到哪了'], now: 0 });
    expect(ids(suggestions)[0]).toBe('track');
  });

  it('answers all unanswered messages together', () => {
    const suggester = createSuggester({ replies: library });
    expect(
      ids(suggester.suggest({ messages: ['能便宜点吗', '几时发货'], now: 0 }))
        .sort()
        .slice(0, 2),
    ).toEqual(['price', 'ship'].sort());
  });

  it('says nothing where nothing fits', () => {
    const suggester = createSuggester({ replies: library });
    expect(suggester.suggest({ messages: ['🙂'], now: 0 })).toEqual([]);
    expect(suggester.suggest({ messages: [], now: 0 })).toEqual([]);
    expect(createSuggester({ replies: [] }).suggest({ messages: ['发货'], now: 0 })).toEqual([]);
  });

  it('learns from one answer at once, and says how often it was given', () => {
    const suggester = createSuggester({ replies: library });
    const question = '老板今天能安排不';
    expect(ids(suggester.suggest({ messages: [question], now: 0 }))[0]).not.toBe('bye');
    for (let i = 0; i < 3; i++) suggester.learn({ question, replyId: 'bye', at: 0 });
    const [first] = suggester.suggest({ messages: ['老板今天能安排吗'], now: 0 });
    expect(first).toMatchObject({ replyId: 'bye', answered: 3 });
  });

  it('prefers the answer that went well, and the fresher one', () => {
    const replies = [reply('a', '甲'), reply('b', '乙')];
    const question = '大概啥情况';
    const asked = (at: number, success: boolean | null, replyId: string) => ({ question, replyId, at, success });
    const byOutcome = createSuggester({
      replies,
      history: [asked(0, false, 'a'), asked(0, true, 'b'), asked(0, false, 'a'), asked(0, true, 'b')],
    });
    expect(ids(byOutcome.suggest({ messages: [question], now: 0 }))[0]).toBe('b');
    const byAge = createSuggester({ replies, history: [asked(0, null, 'a'), asked(400 * dayMs, null, 'b')] });
    expect(ids(byAge.suggest({ messages: [question], now: 400 * dayMs }))[0]).toBe('b');
  });

  it('takes in how answers went after they were learned, in either direction', () => {
    const replies = [reply('a', '甲'), reply('b', '乙')];
    const question = '大概啥情况';
    const suggester = createSuggester({ replies });
    for (const replyId of ['a', 'b', 'a', 'b']) suggester.learn({ question, replyId, at: 0 });
    const scores = () =>
      Object.fromEntries(suggester.suggest({ messages: [question], now: 0 }).map((one) => [one.replyId, one.score]));
    const before = scores();
    expect(before.a).toBe(before.b);
    suggester.settle({ question, replyId: 'a', before: null, after: false });
    const failed = scores();
    expect(failed.a).toBeLessThan(failed.b ?? 0);
    // An order later tells otherwise.
    suggester.settle({ question, replyId: 'a', before: false, after: true });
    const sold = scores();
    expect(sold.a).toBeGreaterThan(sold.b ?? 0);
    suggester.settle({ question, replyId: 'never', before: null, after: true });
    expect(scores()).toEqual(sold);
  });

  it('ranks, once it knows how each went, as if it had known from the beginning', () => {
    const replies = ['甲', '乙', '丙', '丁'].map((text, i) => reply(`r${i}`, text));
    const questions = ['大概啥情况', '这样行不行', '情况咋样了', '行不行啊到底', '啥样的情况'];
    const history = Array.from({ length: 60 }, (_, i) => ({
      question: questions[i % questions.length] ?? '',
      replyId: `r${(i * 7) % 4}`,
      at: 0,
      success: (i * 7) % 4 === 3 ? null : (i * 7) % 4 === 1 || i % 3 === 0,
    }));
    const known = createSuggester({ replies, history });
    const settled = createSuggester({ replies, history: history.map(({ success: _, ...answer }) => answer) });
    for (const { question, replyId, success } of history)
      settled.settle({ question, replyId, before: null, after: success });
    for (const message of [...questions, '情况']) {
      const request = { messages: [message], now: 0 };
      const expected = known.suggest(request);
      const given = settled.suggest(request);
      expect(ids(given)).toEqual(ids(expected));
      for (const [i, { score }] of given.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? Number.NaN, 6);
    }
  });

  it('puts what was sent to this customer already below the rest', () => {
    const suggester = createSuggester({
      replies: [...library, reply('ship2', '现货付款后马上发出', { title: '发货' })],
    });
    const messages = ['什么时候发货'];
    const [first] = suggester.suggest({ messages, now: 0 });
    const again = suggester.suggest({ messages, now: 0, sentToCustomer: [first?.text ?? ''] });
    expect(again[0]?.replyId).not.toBe(first?.replyId);
  });

  it('goes by the stage of the sale where the words leave it open', () => {
    const replies = [reply('x', '好的亲', { group: '议价' }), reply('y', '好的亲～', { group: '告别' })];
    const [first] = createSuggester({ replies }).suggest({ messages: ['好的'], stage: '告别', now: 0 });
    expect(first?.replyId).toBe('y');
  });

  it('takes a suggestion down that is passed over again and again for a question', () => {
    const suggester = createSuggester({ replies: library });
    const messages = ['到哪了，还没发货吗'];
    const [first] = suggester.suggest({ messages, now: 0 });
    for (let i = 0; i < 20; i++) suggester.ignore(messages.join('\n'), [first?.replyId ?? '']);
    expect(suggester.suggest({ messages, now: 0 })[0]?.replyId).not.toBe(first?.replyId);
  });

  it('forgets a removed reply and takes a changed one by its new words', () => {
    const suggester = createSuggester({ replies: library });
    suggester.remove('track');
    expect(ids(suggester.suggest({ messages: ['物流'], now: 0 }))).not.toContain('track');
    suggester.put(reply('price', '请到订单里开发票', { title: '发票' }));
    expect(ids(suggester.suggest({ messages: ['发票'], now: 0 }))[0]).toBe('price');
    expect(ids(suggester.suggest({ messages: ['领券'], now: 0 }))).not.toContain('price');
  });

  it('for any messages gives at most `limit` different replies of the library, best first, the same each time', () => {
    const replies = starterLibrary();
    const known = new Set(replies.map(({ id }) => id));
    const suggester = createSuggester({
      replies,
      history: replies.map(({ id, text }) => ({ question: text.slice(2, 9), replyId: id, at: 0 })),
    });
    const message = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom(...'什么时候发货退换款多少钱在吗有没有优惠券尺码 ab?'))
        .map((letters) => letters.join('')),
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), fc.integer({ min: 0, max: 5 }), (messages, limit) => {
        const request = { messages, limit, now: dayMs };
        const suggestions = suggester.suggest(request);
        expect(suggestions.length).toBeLessThanOrEqual(limit);
        expect(new Set(ids(suggestions)).size).toBe(suggestions.length);
        for (const { replyId, score } of suggestions) expect(known.has(replyId) && score > 0).toBe(true);
        const scores = suggestions.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(suggester.suggest(request)).toEqual(suggestions);
      }),
      { numRuns: runs, seed: 5 },
    );
  });

  it('has an order checked first, once, and answers the question after that', () => {
    const suggester = createSuggester({ replies: starterLibrary() });
    const asked = { messages: ['什么时候发货'], now: 0 };
    const usual = ids(suggester.suggest(asked));
    expect(ids(suggester.suggest({ ...asked, ordered: true }))).toEqual(['starter-hdd', ...usual.slice(0, 2)]);
    expect(ids(suggester.suggest({ messages: [], now: 0, ordered: true }))).toEqual(['starter-hdd']);
    expect(ids(suggester.suggest({ messages: [], now: 0, ordered: true, limit: 0 }))).toEqual([]);
    const sentToCustomer = ['亲，麻烦核对一下收货地址和电话，没问题我们就按这个发出。'];
    expect(ids(suggester.suggest({ ...asked, ordered: true, sentToCustomer }))).toEqual(usual);
    expect(ids(suggester.suggest({ messages: [], now: 0 }))).toEqual([]);
  });
});
