import { describe, expect, it } from 'vitest';
import { correctedShown, inTimeOrder, type RawTime } from '@/lib/alignment/times';

const firm = (at: number): RawTime => ({ at, uncertain: false, firm: true });
const soft = (at: number | null, uncertain = false): RawTime => ({ at, uncertain, firm: false });
const settled = (times: readonly RawTime[], floor = 0, ceiling = 100_000) =>
  inTimeOrder(times, floor, ceiling).map(({ at, uncertain }) => [at, uncertain]);

it('a shown time on our clock is the workbench’s minus what its clock is fast', () => {
  expect(correctedShown({ at: 10_000, precision: 'second' }, 300)).toBe(9700);
});

describe('times of rows that stand one below the other', () => {
  it('stay as they are when they are in order', () => {
    expect(settled([])).toEqual([]);
    expect(settled([firm(10), soft(20), firm(30)])).toEqual([
      [10, false],
      [20, false],
      [30, false],
    ]);
  });

  it('an unknown one is that of the row behind it, and uncertain; the last one’s is the moment of reading', () => {
    expect(settled([soft(null), firm(5000), soft(null, true)])).toEqual([
      [5000, true],
      [5000, false],
      [100_000, true],
    ]);
  });

  it('a soft one gives way to a firm one behind it, and is uncertain when that moves it by more than a second', () => {
    expect(settled([soft(6000), firm(5000)])[0]).toEqual([5000, false]);
    expect(settled([soft(6001), firm(5000)])[0]).toEqual([5000, true]);
    expect(settled([soft(7000), soft(6500), firm(5000)])).toEqual([
      [5000, true],
      [5000, true],
      [5000, false],
    ]);
  });

  it('a soft one does not push another soft one', () => {
    expect(settled([soft(6000), soft(5000), soft(4500)])).toEqual([
      [6000, false],
      [6000, false],
      [6000, true],
    ]);
  });

  it('firm ones keep their own time even past one behind them, and never stand before one in front of them', () => {
    expect(settled([firm(9000), firm(5000)])).toEqual([
      [9000, false],
      [9000, false],
    ]);
    expect(settled([soft(null), firm(9000), firm(5000)])).toEqual([
      [5000, true],
      [9000, false],
      [9000, false],
    ]);
  });

  it('none stands before the floor, or, unless it is firm, after the ceiling', () => {
    expect(settled([soft(1000), firm(1500), soft(2500)], 2000)).toEqual([
      [2000, false],
      [2000, false],
      [2500, false],
    ]);
    expect(settled([soft(999)], 2000)).toEqual([[2000, true]]);
    expect(settled([soft(101_000), soft(101_001), firm(200_000)])).toEqual([
      [100_000, false],
      [100_000, true],
      [200_000, false],
    ]);
    expect(settled([soft(null)], 300, 200)).toEqual([[300, true]]);
  });
});
