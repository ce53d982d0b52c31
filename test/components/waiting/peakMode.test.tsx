import { describe, expect, it } from 'vitest';
import { nextPeakMode, noPeak, type PeakMode } from '@/components/waiting/peakMode';

/** Runs [second, waiting] steps and gives, for each, whether it is a peak. */
function run(steps: readonly (readonly [number, number])[]): boolean[] {
  let mode: PeakMode = noPeak;
  return steps.map(([second, count]) => {
    mode = nextPeakMode(mode, count, second * 1000);
    return mode.peak;
  });
}

describe('nextPeakMode', () => {
  it('begins at 10', () => {
    expect(
      run([
        [0, 9],
        [1, 10],
      ]),
    ).toEqual([false, true]);
  });

  it('ends after 60 s at 6 or fewer, not before', () => {
    expect(
      run([
        [0, 10],
        [1, 6],
        [60, 6],
        [61, 6],
        [62, 9],
      ]),
    ).toEqual([true, true, true, false, false]);
  });

  it('starts the minute anew when more than 6 wait in between', () => {
    expect(
      run([
        [0, 12],
        [1, 5],
        [50, 7],
        [51, 6],
        [110, 6],
        [111, 6],
      ]),
    ).toEqual([true, true, true, true, true, false]);
  });

  it('stays with 7 to 9 for ever', () => {
    expect(
      run([
        [0, 10],
        [100, 7],
        [1000, 9],
        [9000, 8],
      ]),
    ).toEqual([true, true, true, true]);
  });

  it('keeps the same object while nothing changes, so that nothing is drawn again', () => {
    const peak = nextPeakMode(noPeak, 11, 0);
    expect(nextPeakMode(peak, 12, 1000)).toBe(peak);
    const calm = nextPeakMode(peak, 3, 2000);
    expect(nextPeakMode(calm, 2, 3000)).toBe(calm);
    expect(nextPeakMode(noPeak, 3, 0)).toBe(noPeak);
  });
});
