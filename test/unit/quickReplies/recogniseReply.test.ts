import { expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { createReplyRecogniser } from '@/lib/quickReplies/recogniseReply';

function reply(id: string, text: string, variants: string[] = []): QuickReply {
  return { id, code: '', title: '', text, group: '', order: 0, uses: 0, lastUsedAt: null, variants };
}

it('knows a reply by any of its texts, changed a little, and nothing else', () => {
  const recognise = createReplyRecogniser([
    reply('ship', '今天下午四点前付款当天发货', ['四点以前拍下的今天就能寄出']),
    reply('return', '支持七天无理由退换'),
  ]);
  expect(recognise('亲,今天下午四点前付款当天发货哦~')).toBe('ship');
  expect(recognise('四点以前拍下的今天就能寄出')).toBe('ship');
  expect(recognise('支持七天无理由退换的呢')).toBe('return');
  expect(recognise('这款没有货了')).toBeNull();
});
