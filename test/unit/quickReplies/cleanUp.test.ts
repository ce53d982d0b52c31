import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { cleanUp, mergeReplies } from '@/lib/quickReplies/cleanUp';
import { savedTime, typingSpeed } from '@/lib/quickReplies/savedTime';

function reply(id: string, text: string, extra: Partial<QuickReply> = {}): QuickReply {
  return { id, code: '', title: '', text, group: '', order: 0, uses: 1, lastUsedAt: null, ...extra };
}

describe('cleanUp', () => {
  it('offers what was not used for long, longest first, but neither what is new, favourites nor campaigns', () => {
    const replies = [
      reply('lately', '今天下午四点前付款当天发', { lastUsedAt: 1_000 }),
      reply('long ago', '这款是纯棉的不会起球', { lastUsedAt: 999 }),
      reply('never', '支持七天无理由退换', { uses: 0 }),
      reply('new', '尺码偏大建议拍小一码', { uses: 0, createdAt: 1_000 }),
      reply('favourite', '我马上帮您看库存', { uses: 0, favourite: true }),
      reply('campaign', '满三百减三十', { uses: 0, validUntil: 5 }),
    ];
    expect(cleanUp(replies, 1_000).unused.map(({ id }) => id)).toEqual(['never', 'long ago']);
    expect(cleanUp(replies, 1_000).alike).toEqual([]);
  });

  it('offers what says the same, the one used most first', () => {
    const replies = [
      reply('a', '亲，今天下午四点前付款的当天就发哦'),
      reply('b', '今天下午四点前付款的当天就发', { uses: 9 }),
      reply('c', '退货地址在售后单里面'),
    ];
    expect(cleanUp(replies, 0).alike.map((group) => group.map(({ id }) => id))).toEqual([['b', 'a']]);
  });
});

describe('mergeReplies', () => {
  it('keeps the first with the texts, the use and the shops of all, each text once', () => {
    const merged = mergeReplies([
      reply('b', '今天四点前付款当天发', { uses: 9, lastUsedAt: 5, shops: ['甲'] }),
      reply('a', '四点前付款今天就发', { variants: ['今天四点前付款当天发', '四点前拍下当天发'], shops: ['乙'] }),
    ]);
    expect(merged).toEqual(
      reply('b', '今天四点前付款当天发', {
        uses: 10,
        lastUsedAt: 5,
        shops: ['甲', '乙'],
        variants: ['四点前付款今天就发', '四点前拍下当天发'],
      }),
    );
    expect(mergeReplies([reply('a', '一', { shops: ['甲'] }), reply('b', '二')])?.shops).toBeUndefined();
    expect(mergeReplies([])).toBeNull();
  });
});

describe('savedTime', () => {
  const samples = Array.from({ length: 11 }, (_, i) => ({ characters: 10, typingMs: 1_000 + i * 1_000 }));

  it('is length times uses at the median speed', () => {
    expect(typingSpeed(samples)).toBe(600);
    expect(typingSpeed(samples.slice(0, 10))).toBe(550);
    expect(savedTime(reply('a', '十个字十个字十个字好', { uses: 3 }), 600)).toBe(18_000);
  });

  it('is unknown while too little was typed by hand', () => {
    expect(typingSpeed(samples.slice(0, 9))).toBeNull();
    expect(
      typingSpeed([...samples.slice(0, 9), { characters: 2, typingMs: 100 }, { characters: 9, typingMs: 0 }]),
    ).toBeNull();
    expect(savedTime(reply('a', '好', { uses: 3 }), null)).toBeNull();
  });
});
