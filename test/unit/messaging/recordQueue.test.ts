import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/domain/reading';
import { createRecordQueue } from '@/lib/messaging/recordQueue';

const reading = (n: number, text = ''): Reading => ({
  kind: 'transcript',
  readAt: n,
  conversation: { key: text || 'c', keyedBy: 'id', name: null },
  rows: [],
  reachesEnd: true,
  baseline: false,
});

/** A queue whose background answers, fails or keeps silent as the test says, and whose timers fire when told. */
function openQueue() {
  const controller = new AbortController();
  const sent: number[][] = [];
  const answers: ('ok' | 'fail' | 'silence')[] = [];
  const delays: number[] = [];
  const timers: (() => void)[] = [];
  const state = { now: 0, connected: true, orphaned: 0, acks: [] as number[], waited: [] as number[] };
  const queue = createRecordQueue<number>({
    send: (readings) => {
      sent.push(readings.map(({ readAt }) => readAt));
      const answer = answers.shift() ?? 'ok';
      if (answer === 'ok') return Promise.resolve(sent.length);
      return answer === 'fail' ? Promise.reject(new Error('no answer')) : new Promise(() => undefined);
    },
    onCommitted: (ack) => state.acks.push(ack),
    onDelayed: (waitedMs) => state.waited.push(waitedMs),
    onOrphaned: () => {
      state.orphaned++;
    },
    isConnected: () => state.connected,
    schedule: (callback, ms) => {
      delays.push(ms);
      timers.push(callback);
    },
    now: () => state.now,
    signal: controller.signal,
  });
  const settle = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return {
    ...{ queue, sent, answers, delays, state, settle, controller },
    async fire() {
      timers.shift()?.();
      await settle();
    },
  };
}

describe('the queue of readings', () => {
  it('delivers in order, and together what came while the background was busy', async () => {
    const { queue, sent, state, settle } = openQueue();
    for (const n of [1, 2, 3]) queue.push(reading(n));
    await settle();
    expect(sent).toEqual([[1], [2, 3]]);
    expect(state.acks).toEqual([1, 2]);
  });

  it('sends the same readings again until they are acknowledged, ever more slowly, and quickly after that', async () => {
    const { queue, sent, answers, delays, state, settle, fire } = openQueue();
    answers.push('fail', 'fail', 'fail', 'fail', 'fail', 'fail', 'fail', 'fail');
    queue.push(reading(1));
    await settle();
    state.now = 700;
    queue.push(reading(2));
    for (let i = 0; i < 8; i++) await fire();
    expect(sent[0]).toEqual([1]);
    expect(sent.slice(1).every((batch) => batch.join() === '1,2')).toBe(true);
    expect(delays).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    expect(state.waited.slice(0, 2)).toEqual([0, 700]);
    answers.push('fail');
    queue.push(reading(3));
    await settle();
    expect(delays.at(-1)).toBe(100);
    expect(state.acks).toEqual([9]);
  });

  it('divides what is too much for one message, and sends one reading that is too large by itself', async () => {
    const { queue, sent, answers, settle, fire } = openQueue();
    answers.push('fail');
    queue.push(reading(0));
    for (const n of [1, 2, 3]) queue.push(reading(n, 'x'.repeat(400_000)));
    queue.push(reading(4, 'x'.repeat(2_000_000)));
    queue.push(reading(5));
    await settle();
    await fire();
    await settle();
    expect(sent).toEqual([[0], [0, 1, 2], [3], [4], [5]]);
  });

  it('hands over everything that is not acknowledged when the page goes away', async () => {
    const { queue, sent, answers, settle } = openQueue();
    answers.push('silence');
    queue.push(reading(1));
    queue.push(reading(2));
    await settle();
    queue.handOver();
    expect(sent).toEqual([[1], [1, 2]]);
  });

  it('has nothing to hand over when all is acknowledged, and bears that nobody is there', async () => {
    const { queue, sent, answers, settle } = openQueue();
    queue.push(reading(1));
    await settle();
    queue.handOver();
    expect(sent).toEqual([[1]]);
    answers.push('fail', 'fail');
    queue.push(reading(2));
    queue.handOver();
    await settle();
    expect(sent).toEqual([[1], [2], [2]]);
  });

  it('gives up, and says so once, when its extension is gone', async () => {
    const { queue, sent, answers, state, settle } = openQueue();
    state.connected = false;
    answers.push('fail');
    queue.push(reading(1));
    await settle();
    queue.push(reading(2));
    await settle();
    expect([state.orphaned, sent.length, state.acks.length]).toEqual([1, 1, 0]);
  });

  it('sends nothing after its end', async () => {
    const { queue, sent, answers, settle, fire, controller } = openQueue();
    answers.push('fail');
    queue.push(reading(1));
    await settle();
    controller.abort();
    await fire();
    queue.push(reading(2));
    await settle();
    expect(sent).toEqual([[1]]);
  });
});
