import { describe, expect, test } from 'vitest';
import { averageResponse } from '@/lib/metrics/figures/averageResponse';
import { coverage } from '@/lib/metrics/figures/coverage';
import { customers } from '@/lib/metrics/figures/customers';
import { effectiveFirstResponse } from '@/lib/metrics/figures/effectiveFirstResponse';
import { outliers } from '@/lib/metrics/figures/outliers';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { pressureBucket } from '@/lib/metrics/figures/pressure';
import { customProfile } from '@/lib/metrics/profiles/registry';
import { noon, pendingTurn, plain, tallied, turnOf, unansweredTurn } from '../turnOf';

describe('where a figure turns', () => {
  test('customers are those with a counted turn: answered, unanswered or pending, not with an excused one alone', () => {
    const turns = [
      turnOf(1, { conversationId: 'answered' }),
      unansweredTurn({ conversationId: 'unanswered' }),
      pendingTurn({ conversationId: 'pending' }),
      turnOf(1, { conversationId: 'excused', state: 'excused' }),
    ];
    expect(customers(tallied(turns))).toBe(3);
    expect(customers(tallied(turns.slice(3)))).toBe(0);
    expect(customers(tallied([...turns, ...turns]))).toBe(3);
  });

  test('coverage takes overlapping, unordered and empty stretches for what they cover together', () => {
    const wanted = [
      { from: 50, to: 100 },
      { from: 0, to: 60 },
      { from: 90, to: 20 },
    ];
    expect(coverage(wanted, [])).toBe(1);
    expect(coverage(wanted, [{ from: 40, to: 65 }])).toBeCloseTo(0.75);
    const gaps = [
      { from: 20, to: 30 },
      { from: 0, to: 50 },
      { from: 10, to: 15 },
    ];
    expect(coverage(wanted, gaps)).toBeCloseTo(0.5);
    expect(coverage([{ from: 5, to: 5 }], [])).toBeNull();
    expect(coverage([{ from: 100, to: 200 }], [{ from: 0, to: 50 }])).toBe(1);
    expect(coverage([{ from: 100, to: 200 }], [{ from: 150, to: 150 }])).toBe(1);
  });

  test.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
    [40, 3],
  ])('%i others open is bucket %i', (others, bucket) => expect(pressureBucket(others)).toBe(bucket));

  test('the effective first response is a mean, not a sum', () => {
    const turns = [10_000, 30_000].map((ms) => turnOf(1_000, { effectiveRepliedAt: noon + ms }));
    expect(effectiveFirstResponse(tallied(turns))).toBe(20_000);
  });

  test('first turns that nobody answered are out of an average without first turns, later ones charged', () => {
    const profile = customProfile(plain, { averageIncludesFirst: false, unansweredCountsAsMs: 100_000 });
    const turns = [turnOf(20_000, { first: false }), unansweredTurn(), unansweredTurn({ first: false })];
    expect(averageResponse(tallied(turns, profile), profile)).toBe(60_000);
    const median = customProfile(profile, { average: 'median' });
    expect(averageResponse(tallied([...turns, turnOf(1, { first: false })], median), median)).toBe(20_000);
  });

  test('at most three values are outliers, and a gain of exactly a fifth is none', () => {
    expect(outliers([0, 0, 0, 0, 0])).toBeNull();
    expect(outliers([80, 80, 140])).toBeNull();
    expect(outliers([80, 80, 141])).toEqual({ count: 1, longestMs: 141, averageWithoutMs: 80 });
    expect(outliers([5])).toBeNull();
    const ordinary = Array.from({ length: 100 }, () => 10);
    expect(outliers([...ordinary, 110, 110, 110])).toEqual({ count: 3, longestMs: 110, averageWithoutMs: 10 });
    expect(outliers([...ordinary, 80, 80, 80, 80])).toBeNull();
  });

  test('nobody waits in a turn of no length, nor in an open one while now is not known', () => {
    expect(peakWaiting([turnOf(0)], plain, noon, false)).toBe(0);
    expect(peakWaiting([pendingTurn()], plain, null, false)).toBe(0);
    expect(peakWaiting([pendingTurn()], plain, noon, false)).toBe(0);
    expect(peakWaiting([pendingTurn()], plain, noon + 1, false)).toBe(1);
    const ahead = [turnOf(8, { conversationId: 'B' }), turnOf(8, { conversationId: 'C' })];
    expect(peakWaiting([...ahead, pendingTurn({ startedAt: noon + 10 })], plain, noon, false)).toBe(2);
    const handedOver = turnOf(10_000, { startedAt: noon + 10_000, conversationId: 'B' });
    expect(peakWaiting([turnOf(10_000), { ...handedOver, repliedAt: noon + 20_000 }], plain, null, false)).toBe(1);
  });
});
