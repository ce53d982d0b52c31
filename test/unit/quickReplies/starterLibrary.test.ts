import { describe, expect, it } from 'vitest';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import { createSuggester } from '@/lib/quickReplies/suggest';

describe('starterLibrary', () => {
  const library = starterLibrary();

  it('holds at least 90 phrases in the eleven groups of a sale', () => {
    expect(library.length).toBeGreaterThanOrEqual(90);
    expect([...new Set(library.map((reply) => reply.group))]).toEqual([
      ...['问好', '答疑', '推荐', '议价', '促单', '催付', '核对订单', '发货物流', '退换售后', '评价', '告别'],
    ]);
  });

  it('has a unique code of small letters, a unique title and a unique text for each', () => {
    for (const reply of library) expect(reply.code).toMatch(/^[a-z]{2,5}$/);
    for (const field of ['id', 'code', 'title', 'text'] as const)
      expect(new Set(library.map((reply) => reply[field])).size).toBe(library.length);
  });

  it('uses no word that platforms punish: superlatives, promises, leading away, paid praise, brush-offs', () => {
    const forbidden =
      /最|第一|国家级|100%|百分百|保证|一定|绝对|肯定|永久|微信|薇信|\bvx?\b|qq|加我|电话联系我|https?:|返现|好评返|五星|不知道|不归我|自己看|淘宝|京东|拼多多|抖音|快手/iu;
    for (const reply of library) expect(`${reply.title} ${reply.text}`).not.toMatch(forbidden);
  });

  it('leaves nothing to fill in, and no phrase over five lines', () => {
    for (const reply of library) {
      expect(reply.text).not.toMatch(/[[\]{}【】＿_]|xxx/iu);
      expect(reply.text.split('\n').length).toBeLessThanOrEqual(5);
    }
  });

  it.each([
    ['什么时候发货呀', 'fh'],
    ['在吗', 'zh'],
    ['到哪了', 'wl'],
    ['我要退货', 'th'],
    ['能便宜点吗 有优惠吗', 'zk'],
    ['还有货吗', 'yh'],
    ['发什么快递', 'kd'],
    ['能开发票吗', 'fp'],
    ['退款什么时候到账', 'tkd'],
    ['收到是破损的', 'ps'],
    ['地址填错了想改地址', 'gdz'],
    ['付款失败了', 'fks'],
    ['怎么清洗', 'by'],
  ])('answers "%s" with %s among the three', (message, code) => {
    const suggestions = createSuggester({ replies: library }).suggest({ messages: [message], now: 0 });
    expect(suggestions.map((suggestion) => suggestion.code)).toContain(code);
  });
});
