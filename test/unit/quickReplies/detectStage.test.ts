import { describe, expect, test } from 'vitest';
import { detectStage } from '@/lib/quickReplies/detectStage';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import { createSuggester } from '@/lib/quickReplies/suggest';

describe('detectStage', () => {
  test.each([
    ['在吗', '问好'],
    ['你好,这件什么材质', '答疑'],
    ['这件和那件有什么区别,帮我推荐一下', '推荐'],
    ['能便宜点吗,有没有优惠券', '议价'],
    ['我再考虑考虑', '促单'],
    ['付不了款,支付失败', '催付'],
    ['地址错了,帮我改地址', '核对订单'],
    ['你好 什么时候发货', '发货物流'],
    ['坏了,我要退货', '退换售后'],
    ['退货的快递单号填哪', '发货物流'],
    ['给了好评,晒图了', '评价'],
    ['谢谢', '告别'],
    ['什么时候发货 谢谢', '发货物流'],
    ['防水吗', '答疑'],
    ['[图片]', null],
    ['', null],
  ] as const)('%s: %s', (message, stage) => {
    expect(detectStage([message])).toBe(stage);
  });

  test('all that is unanswered counts', () => {
    expect(detectStage(['在吗', '到哪了', '快递还没到'])).toBe('发货物流');
    expect(detectStage([])).toBeNull();
  });

  test('of replies that fit alike, one of the stage comes first', () => {
    const replies = starterLibrary();
    const [after] = replies.filter(({ group }) => group === '退换售后');
    const [before] = replies.filter(({ group }) => group === '推荐');
    if (!after || !before) throw new Error('The starter library has both groups.');
    const same = { title: '尺码', text: '尺码大了小了都可以换' };
    const twins = [
      { ...before, ...same, id: 'before', code: 'a' },
      { ...after, ...same, id: 'after', code: 'b' },
    ];
    const suggester = createSuggester({ replies: twins });
    const messages = ['尺码大了,换货'];
    expect(suggester.suggest({ messages, stage: detectStage(messages), now: 1 })[0]?.replyId).toBe('after');
    expect(suggester.suggest({ messages, stage: '推荐', now: 1 })[0]?.replyId).toBe('before');
  });
});
