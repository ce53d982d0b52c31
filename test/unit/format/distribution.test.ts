import { describe, expect, it } from 'vitest';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { formatCount } from '@/lib/metrics/format/count';
import { distributionParts, formatMedian, formatP90 } from '@/lib/metrics/format/distribution';
import { formatOutliers } from '@/lib/metrics/format/outlier';
import { formatTarget } from '@/lib/metrics/format/target';
import { plain, tallied, turnOf } from '../metrics/turnOf';
import { en, zh } from './translators';

describe('the grey line under an average', () => {
  it.each([
    [186, 'turns', '186 轮', '186 turns'],
    [1, 'turns', '1 轮', '1 turn'],
    [142, 'people', '142 人', '142 customers'],
    [0, 'messages', '0 条', '0 messages'],
    [null, 'turns', '–', '–'],
  ] as const)('counts %s %s as %s', (count, unit, chinese, english) => {
    expect(formatCount(count, unit, zh)).toBe(chinese);
    expect(formatCount(count, unit, en)).toBe(english);
  });

  it.each([
    [null, '中位 –'],
    [9_000, '中位 9.0'],
    [9_040, '中位 9.0'],
    [99_960, '中位 1分40秒'],
    [125_000, '中位 2分05秒'],
  ])('writes the median of %s ms as %s', (ms, text) => {
    expect(formatMedian(ms, zh)).toBe(text);
  });

  it.each([
    [31_000, '九成在 31 秒内'],
    [30_001, '九成在 31 秒内'],
    [99_001, '九成在 1分40秒内'],
  ])('writes the 90th percentile of %d ms as %s, never shorter than it is', (ms, text) => {
    expect(formatP90(ms, zh)).toBe(text);
  });

  it.each([
    [null, null],
    [{ count: 0, longestMs: 0, averageWithoutMs: 0 }, null],
    [{ count: 1, longestMs: 552_000, averageWithoutMs: 14_200 }, '其中 1 轮 9 分 12 秒,不含它 14.2 秒'],
    [{ count: 3, longestMs: 552_000, averageWithoutMs: 14_200 }, '其中 3 轮最长 9 分 12 秒,不含它们 14.2 秒'],
  ])('notes the outliers %j as %s', (outliers, text) => {
    expect(formatOutliers(outliers, zh)).toBe(text);
  });

  it('says of the turns how many, the median, the 90th percentile and the longest, as far as they are known', () => {
    const partsOf = (...latencies: number[]) => {
      const tally = tallied(latencies.map((ms) => turnOf(ms)));
      return distributionParts(liveFiguresOfTally({ tally, profile: plain, now: null }), zh);
    };
    expect(partsOf(9_000, 9_000, 130_000)).toEqual(['3 轮', '中位 9.0', '九成在 1分46秒内', '最慢 2分10秒']);
    expect(partsOf()).toEqual(['0 轮']);
  });

  it('writes targets with their direction', () => {
    expect(formatTarget('averageResponse', 16_000, zh)).toBe('目标 ≤16秒');
    expect(formatTarget('within', 0.99, zh)).toBe('目标 ≥99%');
    expect(formatTarget('answerQuestionRatio', 1.2, en)).toBe('target ≥120%');
  });
});
