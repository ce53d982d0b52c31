import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGap, gapAt, otherSpeakerGaps, sameSpeakerGaps } from '../../playground/gaps';
import { seededRandom } from '../../playground/random';

const numRuns = Number(process.env.FC_RUNS ?? 1000);

describe('gaps', () => {
  it('gives the measured seconds at the measured shares', () => {
    for (const [share, seconds] of otherSpeakerGaps) expect(gapAt(otherSpeakerGaps, share)).toBe(seconds * 1000);
    expect(gapAt(sameSpeakerGaps, 0.5)).toBe(16_000);
    expect(gapAt(sameSpeakerGaps, 0.9)).toBe(67_000);
  });

  it('never decreases with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        for (const gaps of [sameSpeakerGaps, otherSpeakerGaps])
          expect(gapAt(gaps, low)).toBeLessThanOrEqual(gapAt(gaps, high));
      }),
      { numRuns, seed: 20261121 },
    );
  });

  it.each([
    ['same speaker', sameSpeakerGaps, 16, 67],
    ['other speaker', otherSpeakerGaps, 28, 148],
  ])('draws the measured median and p90: %s', (_, gaps, median, p90) => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 20_000 }, () => drawGap(gaps, random) / 1000).sort((one, other) => one - other);
    const at = (share: number): number => drawn[Math.floor(drawn.length * share)] ?? Number.NaN;
    expect(Math.abs(at(0.5) - median) / median).toBeLessThan(0.05);
    expect(Math.abs(at(0.9) - p90) / p90).toBeLessThan(0.05);
  });

  it('stays below the limit', () => {
    const random = seededRandom(3);
    expect(Math.max(...Array.from({ length: 5000 }, () => drawGap(otherSpeakerGaps, random, 60_000)))).toBe(60_000);
  });
});
