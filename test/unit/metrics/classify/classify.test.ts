import { describe, expect, test } from 'vitest';
import { authorOfOwn, type OwnMessage } from '@/lib/metrics/classify/automatic';
import { asksSomething, isClosing, isClosingMessage } from '@/lib/metrics/classify/closing';
import { isPerfunctory } from '@/lib/metrics/classify/perfunctory';

describe('closing messages', () => {
  test.each([
    '好的',
    '好的~',
    ' 谢谢亲!! ',
    '嗯嗯😊',
    'OK',
    'Thanks.',
    '👌',
    '🙏🏻🙏🏻',
    '收到。',
    '好的👌',
    '!!好的',
    '👌!',
  ])('%s', (text) => {
    expect(isClosing(text)).toBe(true);
  });

  test.each(['好的,什么时候发货', '?', '', '😡', '谢谢 还有货吗', '123', '好的1', '好,的', '👌😡', '  '])(
    'not: %s',
    (text) => {
      expect(isClosing(text)).toBe(false);
    },
  );

  test('do not close when the agent asked, or at the start of a session', () => {
    const message = { text: '好的', previousOwnText: '今天发货', firstOfSession: false };
    expect(isClosingMessage(message)).toBe(true);
    expect(isClosingMessage({ ...message, previousOwnText: null })).toBe(true);
    expect(isClosingMessage({ ...message, previousOwnText: '要现在下单吗?' })).toBe(false);
    expect(isClosingMessage({ ...message, previousOwnText: '要现在下单吗' })).toBe(false);
    expect(isClosingMessage({ ...message, firstOfSession: true })).toBe(false);
    expect(isClosingMessage({ ...message, text: '拜' }, ['拜'])).toBe(true);
    expect(isClosing('❤', ['❤️'])).toBe(true);
  });

  test('asking is seen by its mark or its last word', () => {
    expect(asksSomething('要M还是L?这边给您留')).toBe(true);
    expect(asksSomething('您要哪款~')).toBe(true);
    expect(asksSomething('已经发货了')).toBe(false);
    expect(asksSomething('怎么用写在说明书里')).toBe(false);
  });
});

describe('perfunctory replies', () => {
  test.each(['在的', '亲~', '您好!', '稍等。', '。。。', '😊', ' 马上 ', '~~在的', '在的~~'])('%s', (text) => {
    expect(isPerfunctory(text)).toBe(true);
  });

  test.each(['在的,今天发货', '', '  ', '您好,请问有什么可以帮您', '1', '在,的'])('not: %s', (text) => {
    expect(isPerfunctory(text)).toBe(false);
  });
});

describe('automatic messages', () => {
  const own: OwnMessage = {
    marked: false,
    markedByAgent: null,
    sendActionSeen: false,
    sinceCustomerMs: 1_500,
    sameTextTimes: 3,
    sharedAccount: false,
  };

  test('are told in the order of the rules', () => {
    expect(authorOfOwn({ ...own, marked: true, markedByAgent: false })).toEqual({ author: 'auto', review: false });
    expect(authorOfOwn({ ...own, markedByAgent: false })).toEqual({ author: 'agent', review: false });
    expect(authorOfOwn({ ...own, markedByAgent: true, sendActionSeen: true })).toEqual({
      author: 'auto',
      review: false,
    });
    expect(authorOfOwn({ ...own, sendActionSeen: true })).toEqual({ author: 'agent', review: false });
    expect(authorOfOwn(own)).toEqual({ author: 'auto', review: false });
  });

  test('in doubt are the agent’s, flagged for review', () => {
    expect(authorOfOwn({ ...own, sameTextTimes: 2 })).toEqual({ author: 'agent', review: true });
    expect(authorOfOwn({ ...own, sinceCustomerMs: 1_501 })).toEqual({ author: 'agent', review: false });
    expect(authorOfOwn({ ...own, sinceCustomerMs: null })).toEqual({ author: 'agent', review: false });
  });

  test('on a shared account, one without a send action is a colleague’s', () => {
    expect(authorOfOwn({ ...own, sameTextTimes: 1, sharedAccount: true })).toEqual({
      author: 'colleague',
      review: false,
    });
    expect(authorOfOwn({ ...own, sendActionSeen: true, sharedAccount: true }).author).toBe('agent');
  });
});
