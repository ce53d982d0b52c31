import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOptions } from '../../playground/options';
import type { ShopEvent, TruthEntry } from '../../playground/protocol';
import { Shop } from '../../playground/shop';

let shop: Shop;
const shopWith = (query: string): Shop => {
  shop = new Shop(readOptions(new URLSearchParams(query)));
  return shop;
};
const truthOf = (from: Shop): TruthEntry[] => {
  const truth = from.handle({ op: 'truth' });
  if (!Array.isArray(truth)) throw new Error('The truth is a list.');
  return truth.filter((entry: TruthEntry) => !entry.history);
};
const linesOf = (from: Shop): string[] =>
  truthOf(from).map((entry) => `${entry.conversationId} ${entry.author} ${entry.text}`);

beforeEach(() => {
  vi.useFakeTimers({
    now: new Date('2026-11-21T10:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
  });
});
afterEach(() => {
  shop.close();
  vi.useRealTimers();
});

describe('Shop', () => {
  it('sends the same traffic for the same seed', () => {
    const play = (query: string): string[] => {
      const played = shopWith(query);
      vi.advanceTimersByTime(300_000);
      const lines = linesOf(played);
      played.close();
      return lines;
    };
    const first = play('seed=4');
    expect(first.filter((line) => line.includes(' customer ')).length).toBeGreaterThan(10);
    expect(play('seed=4')).toEqual(first);
    expect(play('seed=5')).not.toEqual(first);
  });

  it('plays in a tenth of the time at speed 10', () => {
    const slow = shopWith('seed=4');
    vi.advanceTimersByTime(200_000);
    const lines = linesOf(slow);
    slow.close();
    const fast = shopWith('seed=4&speed=10');
    vi.advanceTimersByTime(20_000);
    expect(Math.abs(linesOf(fast).length - lines.length)).toBeLessThanOrEqual(1);
  });

  it('stands still while paused', () => {
    shopWith('seed=4');
    vi.advanceTimersByTime(30_000);
    shop.handle({ op: 'pause' });
    const before = linesOf(shop).length;
    vi.advanceTimersByTime(600_000);
    expect(linesOf(shop).length).toBe(before);
    shop.handle({ op: 'resume' });
    vi.advanceTimersByTime(300_000);
    expect(linesOf(shop).length).toBeGreaterThan(before);
  });

  it.each([0, 3, 9, 10, 40])('brings exactly %i customers to wait', (count) => {
    shopWith('seed=2&customers=8');
    vi.advanceTimersByTime(60_000);
    expect(shop.handle({ op: 'setWaiting', count })).toHaveLength(count);
    expect(shop.handle({ op: 'setWaiting', count: 5 })).toHaveLength(5);
  });

  it('counts unread only for conversations that no tab shows', () => {
    shopWith('script=off&customers=2');
    const events: ShopEvent[] = [];
    shop.subscribe('one', (event) => events.push(event));
    shop.handle({ op: 'open', tab: 'one', conversationId: 'c1001' });
    shop.append('c1001', 'customer', '在吗');
    shop.append('c1002', 'customer', '在吗');
    const unread = events.flatMap((event) =>
      event.type === 'message' ? [[event.conversation.id, event.conversation.unread]] : [],
    );
    expect(unread).toEqual([
      ['c1001', 0],
      ['c1002', 1],
    ]);
  });

  it('logs which conversation was open, and when the agent pressed Enter', () => {
    shopWith('script=off&customers=1');
    shop.subscribe('one', () => {});
    shop.handle({ op: 'open', tab: 'one', conversationId: 'c1001' });
    const at = Date.now() - 5;
    shop.handle({ op: 'send', tab: 'one', conversationId: 'c1001', text: '您好', clientId: 'tmp-1', at });
    shop.handle({
      op: 'appeared',
      appearances: [{ messageId: 'tmp-1', tab: 'one', at, where: 'transcript', open: 'c1001' }],
    });
    const [entry] = truthOf(shop);
    expect(entry).toMatchObject({ author: 'agent', text: '您好', sentAt: at, openAtSend: { one: 'c1001' } });
    expect(entry?.appeared).toMatchObject([{ messageId: entry?.id, at, where: 'transcript' }]);
  });

  it('hands over from the robot to a person, who then is waited for', () => {
    shopWith('robot=on&customers=6&seed=3');
    vi.advanceTimersByTime(900_000);
    const lines = truthOf(shop);
    const handover = lines.find((entry) => entry.text.includes('现在由人工客服为您服务'));
    expect(handover).toBeDefined();
    const before = lines
      .slice(0, handover === undefined ? 0 : lines.indexOf(handover))
      .filter((entry) => entry.conversationId === handover?.conversationId);
    expect(before.some((entry) => entry.author === 'robot')).toBe(true);
    expect(before.some((entry) => entry.text.startsWith('机器人接待中'))).toBe(true);
  });

  it('logs the other tab out where an account may be used once', () => {
    shopWith('single=on&script=off');
    const events: string[] = [];
    shop.subscribe('one', (event) => events.push(event.type));
    shop.subscribe('two', () => {});
    expect(events).toEqual(['snapshot', 'elsewhere']);
  });

  it('says which conversation it does not know', () => {
    shopWith('script=off&customers=1');
    expect(() => shop.append('c9', 'customer', '在吗')).toThrow('c9');
  });
});
