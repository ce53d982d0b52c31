import type { Random } from './random';

/** Points of a distribution: share of gaps (0..1) and the gap in seconds that this share does not exceed. */
export type Percentiles = readonly (readonly [share: number, seconds: number])[];

/** Gap between two messages of one speaker in a row; measured on a public developer-support channel. */
export const sameSpeakerGaps: Percentiles = [
  [0.05, 0],
  [0.1, 0],
  [0.25, 5],
  [0.5, 16],
  [0.75, 34],
  [0.9, 67],
  [0.95, 121],
  [0.99, 491],
];

/** Gap between a message and the other speaker's answer; measured on a public developer-support channel. */
export const otherSpeakerGaps: Percentiles = [
  [0.05, 2],
  [0.1, 4],
  [0.25, 12],
  [0.5, 28],
  [0.75, 64],
  [0.9, 148],
  [0.95, 294],
  [0.99, 1138],
];

/** The gap, ms, below which the share (0..1) of all gaps lies: straight lines between the measured points. */
export function gapAt(percentiles: Percentiles, share: number): number {
  let [lowShare, lowSeconds]: readonly [number, number] = [0, 0];
  for (const [highShare, highSeconds] of percentiles) {
    if (share <= highShare) {
      const part = highShare === lowShare ? 1 : (share - lowShare) / (highShare - lowShare);
      return Math.round((lowSeconds + part * (highSeconds - lowSeconds)) * 1000);
    }
    [lowShare, lowSeconds] = [highShare, highSeconds];
  }
  return lowSeconds * 1000;
}

/** A gap drawn from the distribution, ms; never above `limitMs`, so that one rare gap cannot stop a short run. */
export function drawGap(percentiles: Percentiles, random: Random, limitMs = Number.POSITIVE_INFINITY): number {
  return Math.min(limitMs, gapAt(percentiles, random()));
}
