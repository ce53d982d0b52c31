import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDurationGap, formatGap, formatMissBudget, formatPointsGap } from '@/lib/metrics/format/gap';
import { en, zh } from './translators';

const numRuns = Number(process.env.FC_RUNS ?? 1000);

describe('formatDurationGap', () => {
  it.each([
    [null, 16_000, '–', '–'],
    [14_600, 16_000, '快 1.4 秒', '1.4 s faster'],
    [18_600, 16_000, '慢 2.6 秒', '2.6 s slower'],
    [16_000, 16_000, '刚好达标', 'just on target'],
    [15_960, 16_000, '刚好达标', 'just on target'],
    [16_001, 16_000, '慢不到 0.1 秒', 'under 0.1 s slower'],
    [15_950, 16_000, '快 0.1 秒', '0.1 s faster'],
    [150_000, 16_000, '慢 2 分 14 秒', '2 min 14 s slower'],
  ])('%s against %d is %s', (value, target, chinese, english) => {
    expect(formatDurationGap(value, target, zh)).toBe(chinese);
    expect(formatDurationGap(value, target, en)).toBe(english);
  });
});

describe('formatPointsGap', () => {
  it.each([
    [null, 1.2, '–', '–'],
    [1.32, 1.2, '高 12 个点', '12 pts above'],
    [0.984, 0.99, '差 0.6 个点', '0.6 pts short'],
    [1, 0.99, '高 1 个点', '1 pt above'],
    [0.99, 0.99, '刚好达标', 'just on target'],
    [0.98999, 0.99, '差不到 0.1 个点', 'under 0.1 pts short'],
    [1.326, 1.2, '高 13 个点', '13 pts above'],
  ])('%s against %d is %s', (value, target, chinese, english) => {
    expect(formatPointsGap(value, target, zh)).toBe(chinese);
    expect(formatPointsGap(value, target, en)).toBe(english);
  });
});

describe('formatMissBudget', () => {
  it.each([
    [null, '–', '–'],
    [2, '今天还能漏 2 个', '2 misses left'],
    [1, '今天还能漏 1 个', '1 miss left'],
    [0, '今天不能再漏', 'no miss left'],
    [-3, '已多漏 3 个', '3 misses over'],
    [-1, '已多漏 1 个', '1 miss over'],
  ])('%s is %s', (budget, chinese, english) => {
    expect(formatMissBudget(budget, zh)).toBe(chinese);
    expect(formatMissBudget(budget, en)).toBe(english);
  });

  it.each([
    [null, '–'],
    [2, '还能漏2个'],
    [0, '不能再漏'],
    [-3, '已多漏3个'],
  ])('%s is %s where room is short', (budget, text) => {
    expect(formatMissBudget(budget, zh, 'compact')).toBe(text);
  });
});

describe('formatGap', () => {
  it('speaks in misses for an N-second rate, in points where the budget is unknown', () => {
    expect(formatGap({ figure: 'within', value: 0.994, target: 0.99, missBudget: 2 }, zh)).toBe('今天还能漏 2 个');
    expect(formatGap({ figure: 'within', value: 0.994, target: 0.99, missBudget: null }, zh)).toBe('高 0.4 个点');
    expect(formatGap({ figure: 'within', value: null, target: 0.99, missBudget: 2 }, zh)).toBe('–');
    expect(formatGap({ figure: 'averageResponse', value: 14_600, target: 16_000 }, zh)).toBe('快 1.4 秒');
    expect(formatGap({ figure: 'replyRate', value: 0.984, target: 0.99, missBudget: 2 }, zh)).toBe('差 0.6 个点');
  });

  it('agrees in direction with the unrounded value and has no minus sign', () => {
    const figures = fc.constantFrom('firstResponse', 'averageResponse', 'replyRate', 'answerQuestionRatio');
    fc.assert(
      fc.property(
        figures,
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (figure, a, b) => {
          const duration = figure === 'firstResponse' || figure === 'averageResponse';
          const scale = duration ? 60_000 : 1;
          const text = formatGap({ figure, value: a * scale, target: b * scale }, zh);
          const met = duration ? a * scale <= b * scale : Number(((a - b) * 100).toFixed(9)) >= 0;
          expect(text).toMatch(met ? /^(快|高|刚好)/ : /^(慢|差)/);
          expect(text).not.toMatch(/[-−–]/);
        },
      ),
      { numRuns, seed: 20261121 },
    );
  });
});
