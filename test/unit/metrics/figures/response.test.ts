import { describe, expect, test } from 'vitest';
import { averageResponse, averageValues } from '@/lib/metrics/figures/averageResponse';
import { effectiveFirstResponse } from '@/lib/metrics/figures/effectiveFirstResponse';
import { firstResponse } from '@/lib/metrics/figures/firstResponse';
import { sortedLatencies } from '@/lib/metrics/figures/latencies';
import { longestResponse } from '@/lib/metrics/figures/longestResponse';
import { medianResponse } from '@/lib/metrics/figures/medianResponse';
import { p90Response } from '@/lib/metrics/figures/p90Response';
import { percentile } from '@/lib/metrics/figures/percentile';
import { longReceptions, slowTurns } from '@/lib/metrics/figures/slowTurns';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { emptyTally, tallySession } from '@/lib/metrics/tally';
import { entriesOf, noon, pendingTurn, plain, tallied, turnOf, unansweredTurn } from '../turnOf';

const later = { first: false, numberInSession: 2 };

describe('first response', () => {
  test('is the mean of answered first turns only', () => {
    const tally = tallied([turnOf(10_000), turnOf(30_000), turnOf(500_000, later), unansweredTurn(), pendingTurn()]);
    expect(firstResponse(tally)).toBe(20_000);
  });

  test('may be longer than the average', () => {
    const tally = tallied([turnOf(60_000), turnOf(10_000, later), turnOf(20_000, later)]);
    expect(firstResponse(tally)).toBeGreaterThan(averageResponse(tally, plain) ?? 0);
  });

  test('keeps a latency of 0, leaves out uncertain turns, and is null of none', () => {
    expect(firstResponse(tallied([turnOf(0)]))).toBe(0);
    expect(firstResponse(tallied([turnOf(5_000, { uncertain: true })]))).toBeNull();
    expect(firstResponse(tallied([turnOf(5_000, later)]))).toBeNull();
  });
});

describe('average response', () => {
  const turns = [turnOf(700_000), turnOf(20_000, later), unansweredTurn(later)];

  test('pools raw latencies and leaves unanswered turns out', () => {
    expect(averageResponse(tallied(turns), plain)).toBe(360_000);
  });

  test('caps latencies and charges unanswered turns, uncapped, where the profile says so', () => {
    const profile = { ...plain, capMs: 300_000, unansweredCountsAsMs: 600_000 };
    expect(averageResponse(tallied(turns, profile), profile)).toBe((300_000 + 20_000 + 600_000) / 3);
    expect([...averageValues(tallied(turns, profile), profile)]).toEqual([20_000, 300_000, 600_000]);
  });

  test('leaves first turns out, answered or not, where the profile says so', () => {
    const profile = { ...plain, averageIncludesFirst: false, unansweredCountsAsMs: 600_000 };
    const tally = tallied([turnOf(1_000), unansweredTurn(), turnOf(50_000, later)], profile);
    expect(averageResponse(tally, profile)).toBe(50_000);
  });

  test('as a median, and as a mean of session means, is of the same values', () => {
    const median = { ...plain, average: 'median' } as const;
    expect(
      averageResponse(
        tallied(
          [1_000, 3_000, 100_000].map((ms) => turnOf(ms)),
          median,
        ),
        median,
      ),
    ).toBe(3_000);
    const means = { ...plain, average: 'meanOfSessionMeans' } as const;
    const sessions = [turnOf(1_000), turnOf(3_000, later), turnOf(10_000, { sessionStartedAt: noon + 1 })];
    expect(averageResponse(tallied(sessions, means), means)).toBe(6_000);
  });

  test('is null without a value, whatever its kind', () => {
    for (const average of ['pooled', 'median', 'meanOfSessionMeans'] as const) {
      const profile = { ...plain, average };
      expect(averageResponse(tallied([unansweredTurn(), pendingTurn()], profile), profile)).toBeNull();
    }
  });
});

describe('percentiles', () => {
  test('interpolate like PERCENTILE.INC', () => {
    expect(percentile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
    expect(percentile([1, 2, 3, 4], 0)).toBe(1);
    expect(percentile([1, 2, 3, 4], 1)).toBe(4);
    expect(percentile([5], 0.9)).toBe(5);
    expect(percentile([], 0.5)).toBeNull();
  });

  test('median, p90 and longest are of all answered turns, uncapped', () => {
    const ascending = sortedLatencies(
      tallied([turnOf(900_000, later), turnOf(1_000), turnOf(3_000), unansweredTurn()]),
    );
    expect([...ascending]).toEqual([1_000, 3_000, 900_000]);
    expect(medianResponse(ascending)).toBe(3_000);
    expect(p90Response(ascending)).toBeCloseTo(720_600, 6);
    expect(longestResponse(ascending)).toBe(900_000);
    expect(longestResponse([])).toBeNull();
  });

  test('latencies can be had of the first or the later turns alone', () => {
    const tally = tallied([turnOf(9_000), turnOf(2_000, later)]);
    expect([...sortedLatencies(tally, 'first')]).toEqual([9_000]);
    expect([...sortedLatencies(tally, 'later')]).toEqual([2_000]);
  });
});

describe('effective first response', () => {
  test('runs to the first reply with substance, past what the customer wrote in between', () => {
    const entries = entriesOf(
      [0, 'customer'],
      [5, 'agent', { perfunctory: true }],
      [20, 'customer'],
      [30, 'agent', { perfunctory: true }],
      [45, 'agent'],
    );
    const { turns } = foldConversation({ entries, profile: plain });
    expect(turns.map((turn) => turn.effectiveRepliedAt)).toEqual([noon + 45_000, null]);
    expect(effectiveFirstResponse(tallied(turns))).toBe(45_000);
    expect(firstResponse(tallied(turns))).toBe(5_000);
  });

  test('leaves out a first turn that never got one', () => {
    const entries = entriesOf([0, 'customer'], [5, 'agent', { perfunctory: true }], [9, 'colleague'], [12, 'agent']);
    const { turns } = foldConversation({ entries, profile: plain });
    expect(effectiveFirstResponse(tallied(turns))).toBeNull();
  });
});

describe('slow turns and long receptions', () => {
  test('are those over the threshold, not at it', () => {
    expect(slowTurns([10_000, 60_000, 60_001, 90_000], 60_000)).toBe(2);
    expect(slowTurns([], 60_000)).toBe(0);
    const { sessions } = foldConversation({ entries: entriesOf([0, 'customer'], [1_801, 'agent']), profile: plain });
    const tally = emptyTally();
    for (const session of sessions) tallySession(tally, session, 1);
    expect(longReceptions(tally, 1_800_000)).toBe(1);
    expect(longReceptions(tally, 1_801_000)).toBe(0);
  });
});
