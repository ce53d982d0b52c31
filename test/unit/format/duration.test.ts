import { describe, expect, it } from 'vitest';
import { formatDuration, formatLongDuration, formatTargetDuration } from '@/lib/metrics/format/duration';
import { en, zh } from './translators';

describe('formatDuration', () => {
  it.each([
    [null, '–', '–'],
    [0, '0.0 秒', '0.0 s'],
    [14_600, '14.6 秒', '14.6 s'],
    [14_649, '14.6 秒', '14.6 s'],
    [99_949, '99.9 秒', '99.9 s'],
    [99_950, '1 分 40 秒', '1 min 40 s'],
    [100_000, '1 分 40 秒', '1 min 40 s'],
    [125_000, '2 分 05 秒', '2 min 05 s'],
    [3_599_499, '59 分 59 秒', '59 min 59 s'],
    [3_599_500, '1小时0分', '1 h 0 min'],
    [3_900_000, '1小时5分', '1 h 5 min'],
  ])('%s ms is %s', (ms, chinese, english) => {
    expect(formatDuration(ms, zh)).toBe(chinese);
    expect(formatDuration(ms, en)).toBe(english);
  });

  it('has a compact form for tight lines', () => {
    expect(formatDuration(21_300, zh, 'compact')).toBe('21.3秒');
    expect(formatDuration(125_000, zh, 'compact')).toBe('2分05秒');
  });
});

describe('formatLongDuration', () => {
  it.each([
    [null, '–'],
    [48_400, '48秒'],
    [130_000, '2分10秒'],
    [552_000, '9分12秒'],
    [59_600, '1分00秒'],
    [7_500_000, '2小时5分'],
  ])('%s ms is %s', (ms, text) => {
    expect(formatLongDuration(ms, zh, 'compact')).toBe(text);
  });

  it('has spaces in text', () => {
    expect(formatLongDuration(48_400, zh)).toBe('48 秒');
    expect(formatLongDuration(60_000, en)).toBe('1 min 00 s');
  });
});

describe('formatTargetDuration', () => {
  it.each([
    [16_000, '16秒'],
    [12_500, '12.5秒'],
    [99_000, '99秒'],
    [100_000, '1分40秒'],
    [180_000, '3分00秒'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatTargetDuration(ms, zh)).toBe(text);
  });
});
