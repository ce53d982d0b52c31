import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { createReplySearch } from '@/lib/quickReplies/search';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

const runs = Number(process.env.FC_RUNS ?? 1000);

function reply(id: string, title: string, extra: Partial<QuickReply> = {}): QuickReply {
  return { id, code: '', title, text: '', group: '', order: 0, uses: 0, lastUsedAt: null, ...extra };
}

describe('createReplySearch', () => {
  const library = [
    reply('fh', '发货时间', { code: 'fh', text: '亲，现货 48 小时内发出', group: '发货物流' }),
    reply('fhd', '发货单', { code: 'fhd' }),
    reply('yh', '银行转账', { text: '支持 VIP 卡' }),
    reply('cm', '尺码：长款', { code: 'cm', group: '答疑' }),
    reply('th', '退换货', { code: 'th', text: '七天无理由\n吊牌完好' }),
  ];
  const search = createReplySearch(library);
  const ids = (query: string) => search.search(query).map((hit) => hit.reply.id);

  it('puts the exact code first, then codes that begin so', () => {
    expect(ids('fh').slice(0, 2)).toEqual(['fh', 'fhd']);
    expect(ids('FHD')[0]).toBe('fhd');
  });

  it.each([
    ['发货', 'fh'],
    ['fahuo', 'fh'],
    ['fah', 'fh'],
    ['fahuoshijian', 'fh'],
    ['fhsj', 'fh'],
    ['fahsj', 'fh'],
    ["f'h'sj", 'fh'],
    ["fa'huo", 'fh'],
    ['fa货', 'fh'],
    ['發貨時間', 'fh'],
    ['发huo时j', 'fh'],
    ['ＦＡＨＵＯ', 'fh'],
    ['现货', 'fh'],
    ['xianhuo', 'fh'],
    ['yinhang', 'yh'],
    ['yhzz', 'yh'],
    ['yinxing', 'yh'],
    ['vip', 'yh'],
    ['chang', 'cm'],
    ['zhangkuan', 'cm'],
    ['zk', 'cm'],
    ['ck', 'cm'],
    ['答疑', 'cm'],
    ['tui货', 'th'],
    ['tuihuanhuo', 'th'],
    ['wuliyou', 'th'],
    ['发货 时间', 'fh'],
    ['银行 vip', 'yh'],
  ])('finds by %s', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it.each([
    ['fahou', 'fh'],
    ['fauho', 'fh'],
    ['fanuo', 'fh'],
    ['fahuuo', 'fh'],
    ['tuihanhuo', 'th'],
    ['发或时间', 'fh'],
    ['发货时候', 'fh'],
  ])('forgives the typing error in %s', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it('finds nothing by what is not there, and nothing by nothing', () => {
    for (const query of ['', '  ', 'qqqq', '优惠券', '发货 银行']) expect(ids(query)).toEqual([]);
  });

  it('shows where it was found', () => {
    expect(search.search('shijian')[0]?.highlights).toEqual({
      code: [],
      title: [{ start: 2, end: 4 }],
      text: [],
      group: [],
    });
    expect(search.search('吊牌')[0]?.highlights.text).toEqual([{ start: 6, end: 8 }]);
    expect(search.search('fhd')[0]?.highlights.code).toEqual([{ start: 0, end: 3 }]);
  });

  it('prefers the characters themselves to their sound, and the title to the text', () => {
    const ranked = createReplySearch([
      reply('sound', '或者'),
      reply('text', '别的', { text: '货到付款' }),
      reply('own', '货款'),
    ]);
    expect(ranked.search('货').map((hit) => hit.reply.id)).toEqual(['own', 'text']);
  });

  it('follows changes', () => {
    const changing = createReplySearch(library);
    changing.put(reply('fh', '改了名字'));
    changing.remove('th');
    expect(changing.search('发货时间')).toEqual([]);
    expect(changing.search('gmz')).toHaveLength(1);
    expect(changing.search('退换货')).toEqual([]);
  });

  it('finds every reply by any part of its title, as it stands or by initials, and stays within the text', () => {
    const starters = starterLibrary();
    const whole = createReplySearch(starters);
    fc.assert(
      fc.property(fc.nat(starters.length - 1), fc.nat(10), fc.nat(10), (index, from, length) => {
        const { id, title } = starters[index] ?? reply('', '');
        const part = title.slice(from % title.length, (from % title.length) + 1 + length);
        const hits = whole.search(part, { limit: starters.length });
        expect(hits.map((hit) => hit.reply.id)).toContain(id);
        for (const { reply: hit, highlights } of hits)
          for (const field of ['code', 'title', 'text', 'group'] as const)
            for (const { start, end } of highlights[field])
              expect(start >= 0 && start < end && end <= hit[field].length).toBe(true);
      }),
      { numRuns: runs, seed: 5 },
    );
  });

  it('takes any query without failing', () => {
    const whole = createReplySearch(starterLibrary());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (query) => {
        expect(whole.search(query, { limit: 5 }).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: runs, seed: 6 },
    );
  });
});
