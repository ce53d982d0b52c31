import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockSkew, withSamples } from '@/lib/alignment/clockSkew';

const toTheSecond = (at: number) => Math.floor(at / 1000) * 1000;
const arrival = fc.record({ at: fc.integer({ min: 1_700_000_000_000, max: 1_700_900_000_000 }), delay: fc.nat(300) });

describe('the difference between the clocks', () => {
  it('puts a shown time within a second of when the message would have been seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        fc.array(arrival, { minLength: 8, maxLength: 60 }),
        arrival,
        (skewMs, seen, missed) => {
          const samples = seen.map(({ at, delay }) => toTheSecond(at + skewMs) - (at + delay));
          const measured = clockSkew(samples);
          expect(measured).not.toBeNull();
          const shown = toTheSecond(missed.at + skewMs) - (measured ?? Number.NaN);
          // Half of a second by cutting off on either side, were the samples many; never more than one and a delay.
          expect(Math.abs(shown - (missed.at + missed.delay))).toBeLessThanOrEqual(1300);
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: 20261121 },
    );
  });

  it('is the median: a few wild samples change nothing', () => {
    const steady = Array.from({ length: 20 }, (_, n) => 7300 - n * 50);
    expect(clockSkew([...steady, 500_000, -80_000])).toBe(clockSkew([...steady, 7300, -80_000]));
    expect(clockSkew(steady)).toBe(6825);
  });

  it('is not known from few samples, nor from samples that lie apart', () => {
    expect(clockSkew([])).toBeNull();
    expect(clockSkew(Array.from({ length: 7 }, () => 7000))).toBeNull();
    expect(clockSkew(Array.from({ length: 8 }, () => 7000))).toBe(7000);
    expect(clockSkew(Array.from({ length: 40 }, (_, n) => n * 100))).toBeNull();
    expect(clockSkew(Array.from({ length: 40 }, (_, n) => -n * 100))).toBeNull();
    expect(clockSkew(Array.from({ length: 11 }, (_, n) => n * 187.5))).toBe(938);
    expect(clockSkew(Array.from({ length: 11 }, (_, n) => n * 188))).toBeNull();
  });

  it('follows the latest forty', () => {
    const before = Array.from({ length: 40 }, () => 1000);
    const samples = withSamples(before, [9000, 9001]);
    expect(samples).toHaveLength(40);
    expect(samples.slice(-2)).toEqual([9000, 9001]);
    expect(clockSkew([...before, ...Array.from({ length: 40 }, () => -5000)])).toBe(-5000);
  });
});
