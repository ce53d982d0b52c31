import { describe, expect, it } from 'vitest';
import { formatClock, formatWait } from '@/lib/metrics/format/clock';
import { en, zh } from './translators';

describe('formatClock', () => {
  it.each([
    [0, '0:00', '0:00'],
    [-5_000, '0:00', '0:00'],
    [999, '0:00', '0:00'],
    [42_000, '0:42', '0:42'],
    [185_999, '3:05', '3:05'],
    [3_599_999, '59:59', '59:59'],
    [3_600_000, '1小时0分', '1 h 0 min'],
    [3_900_000, '1小时5分', '1 h 5 min'],
    [90_000_000, '25小时0分', '25 h 0 min'],
  ])('%d ms is %s', (ms, chinese, english) => {
    expect(formatClock(ms, zh)).toBe(chinese);
    expect(formatClock(ms, en)).toBe(english);
  });
});

describe('formatWait', () => {
  it('counts from the start, and says when it may be longer', () => {
    expect(formatWait({ startedAt: 1_000, atLeast: false }, 43_000, zh)).toBe('0:42');
    expect(formatWait({ startedAt: 1_000, atLeast: true }, 43_000, zh)).toBe('≥0:42');
  });
});
