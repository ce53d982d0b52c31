import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { paletteResults } from '@/lib/quickReplies/paletteResults';
import { createReplySearch } from '@/lib/quickReplies/search';

function reply(id: string, extra: Partial<QuickReply>): QuickReply {
  return { id, code: id, title: '', text: id, group: '', order: 0, uses: 0, lastUsedAt: null, ...extra };
}

const replies = [
  reply('often', { uses: 9 }),
  reply('favourite', { favourite: true, uses: 1 }),
  reply('never', {}),
  reply('campaign', { validFrom: 10, validUntil: 20 }),
  reply('other', { shops: ['乙店'], uses: 99 }),
  reply('zh', { title: '在呢', text: '{顾客}，{称呼}在的', variants: ['{称呼}，我在'] }),
];
const search = createReplySearch(replies);
const base = {
  limit: 20,
  scope: { now: 15, shop: '甲店' },
  values: { customer: '王女士', shop: '甲店', agent: null, product: null, address: '亲', hour: 9 },
  sentToCustomer: [],
};

describe('paletteResults', () => {
  it('begins with what is used: campaign, favourites, most used; not of another shop', () => {
    const ids = (now: number) =>
      paletteResults({ search, replies }, { ...base, query: ' ', scope: { now, shop: '甲店' } }).map(
        (one) => one.replyId,
      );
    expect(ids(15)).toEqual(['campaign', 'favourite', 'often', 'never', 'zh']);
    expect(ids(20)).toEqual(['favourite', 'often', 'never', 'zh']);
  });

  it('fills the text for the customer, and takes another one than they had', () => {
    const [first] = paletteResults({ search, replies }, { ...base, query: 'zh' });
    expect(first).toMatchObject({
      replyId: 'zh',
      text: '王女士，亲在的',
      highlights: { code: [{ start: 0, end: 2 }] },
    });
    const sentToCustomer = ['王女士，亲在的'];
    expect(paletteResults({ search, replies }, { ...base, query: 'zh', sentToCustomer })[0]?.text).toBe('亲，我在');
  });

  it('marks nothing in a text that was filled', () => {
    const [first] = paletteResults({ search, replies }, { ...base, query: '在的' });
    expect(first?.text).toBe('王女士，亲在的');
    expect(first?.highlights.text).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(paletteResults({ search, replies }, { ...base, query: '', limit: 2 })).toHaveLength(2);
  });

  it('says which free fields are asked for, and until when a reply is valid', () => {
    const asking = [reply('a', { text: '{称呼}，单号 {?单号}，{快递}', validFrom: 10, validUntil: 20 })];
    const library = { replies: asking, search: createReplySearch(asking) };
    expect(paletteResults(library, { ...base, query: '' })[0]).toMatchObject({
      text: '亲，单号 {?单号}，{快递}',
      asked: ['单号', '快递'],
      validUntil: 20,
    });
  });
});
