import { expect, test } from 'vitest';
import { closenessOf, comparedDays } from '@/lib/metrics/calibration/closeness';
import type { Comparison } from '@/lib/metrics/calibration/compareReport';

/** A week in which theirs is 20 s; our differences by day, null = we have no figure. */
const week = (...differences: (number | null)[]): Comparison[] =>
  differences.map((difference, day) => ({
    agent: 'Lin',
    date: `2026-10-${10 + day}`,
    figure: 'averageResponseMs',
    theirs: 20_000,
    byProfile: [{ profileId: 'a', ours: difference === null ? null : 20_000 + difference, difference }],
  }));

test('the error is how far ours lies from theirs, in shares of theirs, days without a figure left out', () => {
  const compared = week(4_000, -4_000, 4_000, -4_000, 4_000, -4_000, 4_000, null);
  const closeness = closenessOf(compared, 'a');
  expect(closeness?.error).toBeCloseTo(0.2);
  expect(closeness).toMatchObject({
    days: 7,
    byFigure: [{ figure: 'averageResponseMs', meanDifference: 4_000, compared: 7 }],
  });
});

test('days on which we have no figure are no compared days', () => {
  expect(comparedDays(week(0, null, 5), 'a')).toBe(2);
  expect(closenessOf(week(0, 0, 0, 0, 0, 0, null), 'a')).toBeNull();
});
