import { describe, expect, it } from 'vitest';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import { formatTimeOfDay } from '@/lib/metrics/format/timeOfDay';
import { zh } from './translators';

describe('formatCoverage', () => {
  it.each([
    [null, '–'],
    [1, '100%'],
    [0.996, '99%'],
    [0.29, '29%'],
    [0, '0%'],
  ])('%s is %s: what is not complete never reads so', (coverage, text) => {
    expect(formatCoverage(coverage, zh)).toBe(text);
  });
});

describe('formatTimeOfDay', () => {
  it('has two digits of each, on the computer’s own clock', () => {
    expect(formatTimeOfDay(new Date(2026, 9, 20, 9, 5).getTime())).toBe('09:05');
    expect(formatTimeOfDay(new Date(2026, 9, 20, 14, 30).getTime())).toBe('14:30');
  });
});
