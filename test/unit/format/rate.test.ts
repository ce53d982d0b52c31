import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRate, formatTargetRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';
import { zh } from './translators';

const numRuns = Number(process.env.FC_RUNS ?? 1000);

describe('formatRate', () => {
  it.each([
    [null, null, '–'],
    [0, null, '0.0%'],
    [0.994, null, '99.4%'],
    [0.994, 0.98, '99.4%'],
    [1, 0.99, '100%'],
    [0.9996, null, '99.9%'],
    [9999 / 10000, null, '99.9%'],
    [0.99999, 0.999, '99.9%'],
    [0.9897, 0.99, '98.97%'],
    [0.98999, 0.99, '98.99%'],
    [0.99, 0.99, '99.00%'],
    [0.9904, 0.99, '99.04%'],
    [0.9905, 0.99, '99.05%'],
    [0.9906, 0.99, '99.1%'],
    [0.28, 0.85, '28.0%'],
    [0.29, null, '29.0%'],
  ])('%s against %s is %s', (rate, target, text) => {
    expect(formatRate(rate, zh, target)).toBe(text);
  });

  it('never shows 100 % with a miss, nor a missed target as met', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(),
        fc.constantFrom(0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999),
        (decided, seed, target) => {
          const rate = (seed % decided) / decided;
          const shown = Number.parseFloat(formatRate(rate, zh, target));
          expect(shown).toBeLessThan(100);
          expect(Number.parseFloat(formatRate(rate, zh))).toBeLessThan(100);
          if (rate < target) expect(shown).toBeLessThan(target * 100);
          expect(Math.abs(shown - rate * 100)).toBeLessThanOrEqual(0.1 + 1e-9);
        },
      ),
      { numRuns, seed: 20261121 },
    );
  });
});

describe('formatTargetRate', () => {
  it.each([
    [0.99, '99%'],
    [0.995, '99.5%'],
    [0.999, '99.9%'],
    [1.2, '120%'],
  ])('%d is %s', (rate, text) => {
    expect(formatTargetRate(rate)).toBe(text);
  });
});

describe('formatRatio', () => {
  it.each([
    [null, '–'],
    [0, '0%'],
    [1.32, '132%'],
    [1.199, '119%'],
    [1.15, '115%'],
    [0.29, '29%'],
  ])('%s is %s', (ratio, text) => {
    expect(formatRatio(ratio, zh)).toBe(text);
  });
});
