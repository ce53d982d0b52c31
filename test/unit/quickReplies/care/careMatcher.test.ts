import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careLists, careListsDate } from '@/lib/quickReplies/care/careLists';
import { createCareMatcher } from '@/lib/quickReplies/care/careMatcher';
import { editedLists } from '@/lib/quickReplies/care/careWord';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

const runs = Number(process.env.FC_RUNS ?? 1000);
const matcher = createCareMatcher(careLists('pinduoduo'), 'pinduoduo');
const found = (text: string) => matcher.find(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('createCareMatcher', () => {
  it.each([
    ['加微信聊', 'offPlatform 加微', 'offPlatform 微信'],
    ['加 V 吧', 'offPlatform 加 V'],
    ['薇❤信号多少', 'offPlatform 薇❤信'],
    ['我的ＶＸ是', 'offPlatform ＶＸ'],
    ['佳微说', 'offPlatform 佳微'],
    ['➕V', 'offPlatform ➕V'],
    ['Q Q 联系', 'offPlatform Q Q'],
    ['打 138 1234 5678', 'offPlatform 138 1234 5678'],
    ['１３８１２３４５６７８', 'offPlatform １３８１２３４５６７８'],
    ['看 www.example.com/a 哦', 'offPlatform www.example.com/a'],
    ['去淘寶買', 'otherPlatform 淘寶'],
    ['好评返现五元', 'paidReview 好评返现'],
    ['全网最低', 'superlative 全网最低'],
    ['质量１００％', 'superlative １００％'],
    ['这款最好', 'superlative 最'],
    ['我们保证明天到', 'promise 保证'],
    ['爱买不买', 'insult 爱买不买'],
    ['这个我不知道', 'brushOff 不知道'],
  ])('finds in %s', (text, ...hits) => {
    expect(found(text)).toEqual(hits);
  });

  it.each([
    '最近最晚后天到',
    '第一时间给您发',
    '不一定有货',
    '保证金已退',
    '拼多多平台',
    'vivo 手机壳',
    '订单号 2511211381234567890',
    '139 元',
    '打开 https://mobile.yangkeduo.com/goods.html?id=1',
    '请问不知道您喜欢哪款',
    '加我们店铺关注',
    '价格 1.3812345678',
  ])('finds nothing in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('forbids the names of the other platforms only', () => {
    const jd = createCareMatcher(careLists('jd'), 'jd');
    expect(jd.find('京东自营')).toEqual([]);
    expect(jd.find('拼多多').map(({ kind }) => kind)).toEqual(['otherPlatform']);
    expect(createCareMatcher(careLists('selfcoach'), 'selfcoach').find('淘宝京东')).toEqual([]);
  });

  it('follows the edited lists', () => {
    const lists = editedLists(careLists('jd'), {
      platform: 'jd',
      care: {
        off: ['promise:肯定'],
        added: [
          { word: '包您满意', kind: 'promise', level: 'ask', platform: null },
          { word: '爱用不用', kind: 'insult', level: 'mark', platform: 'douyin' },
        ],
      },
    });
    const edited = createCareMatcher(lists, 'jd');
    expect(edited.find('肯定包您满意,爱用不用').map(({ word, level }) => [word, level])).toEqual([['包您满意', 'ask']]);
  });

  it('says when the lists were made', () => {
    expect(Number.isNaN(Date.parse(careListsDate))).toBe(false);
  });

  it('finds nothing that costs a sale in the starter library', () => {
    const bad = starterLibrary().flatMap(({ text }) =>
      matcher
        .find(text)
        .filter(({ level }) => level === 'ask')
        .map(({ word }) => `${word}: ${text}`),
    );
    expect(bad).toEqual([]);
  });

  it('stays within the text, in order', () => {
    const parts = fc.constantFrom(
      '最',
      '微',
      '信',
      ' ',
      'v',
      'x',
      '+',
      '好评',
      '返',
      '不',
      '一定',
      '😊',
      '1',
      '38',
      'qq',
      '，',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (words) => {
        const text = words.join('');
        let last = 0;
        for (const { start, end } of matcher.find(text)) {
          expect(start >= last && end > start && end <= text.length).toBe(true);
          last = start;
        }
      }),
      { numRuns: runs, seed: 31 },
    );
  });

  it('takes less than a millisecond for a long message', () => {
    const text = '亲，这款最近卖得很好，颜色不一定都有，我帮您看看库存，保证不了今天发，最晚明天给您发出。'.repeat(6);
    for (let i = 0; i < 200; i++) matcher.find(text);
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now();
      matcher.find(text);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[50]).toBeLessThan(1);
  });
});
