import { describe, expect, it } from 'vitest';
import { heights, peakRows, quietRows } from '@/components/overlay/panelRows';

const nothing = { current: false, suggestions: 0, marks: false, notice: false, toMark: false, duty: false };

describe('quietRows', () => {
  it.each([
    ['an empty desk', nothing, 5],
    ['a conversation without an open turn', { ...nothing, marks: true }, 5],
    ['a conversation that waits', { ...nothing, current: true, suggestions: 3, marks: true }, 4],
    [
      'the same with a question under the head',
      { ...nothing, current: true, suggestions: 3, marks: true, duty: true },
      3,
    ],
    ['the same while nothing is recorded', { ...nothing, current: true, suggestions: 3, marks: true, notice: true }, 2],
  ])('%s leaves room for %#', (_, blocks, rows) => {
    expect(quietRows(blocks)).toBe(rows);
  });
});

describe('peakRows', () => {
  it('is eight rows, the line of those over among them', () => {
    expect(peakRows({ over: false, suggestions: true, notice: false, duty: false })).toBe(8);
    expect(peakRows({ over: true, suggestions: true, notice: false, duty: false })).toBe(7);
    expect(peakRows({ over: true, suggestions: false, notice: true, duty: false })).toBe(6);
  });

  it('never grows beyond its bounds', () => {
    const { peak } = heights;
    for (const over of [true, false]) {
      for (const [notice, duty] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        const rows = peakRows({ over, suggestions: true, notice, duty }) + (over ? 1 : 0);
        const height =
          peak.frame +
          peak.head +
          rows * peak.row +
          peak.line +
          peak.strip +
          (notice ? peak.notice : 0) +
          (duty ? peak.duty : 0);
        expect(height).toBeLessThanOrEqual(peak.max);
      }
    }
  });
});
