import type { Turn } from '@/lib/domain/turn';
import type { Tally } from '../tally';

/** Buckets of other open turns at a turn's start: 0–1, 2–3, 4–6, 7 and more. `to` null = no end. */
export const pressureBuckets = [
  { from: 0, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 6 },
  { from: 7, to: null },
] as const;

/** Which bucket a number of other open turns falls into. */
export function pressureBucket(others: number): number {
  if (others <= 1) return 0;
  if (others <= 3) return 1;
  return others <= 6 ? 2 : 3;
}

/** The response under one pressure. */
export interface PressureFigure {
  from: number;
  to: number | null;
  turns: number;
  /** Mean raw latency, ms; null without turns. */
  meanMs: number | null;
}

/**
 * Response by pressure (同等接待压力下): the mean raw latency of the answered turns, by how many other turns were open
 * when they began: 0–1, 2–3, 4–6, 7 and more. Turns whose pressure nobody counted are in none.
 */
export function responseByPressure(tally: Tally): PressureFigure[] {
  return pressureBuckets.map(({ from, to }, bucket) => {
    const turns = tally.pressureTurns[bucket] ?? 0;
    return { from, to, turns, meanMs: turns === 0 ? null : (tally.pressureMs[bucket] ?? 0) / turns };
  });
}

/**
 * The mean response as if the turns had been spread over the pressures as in `weights` (turns by bucket, of the
 * reference that two spans are compared by). Buckets without a figure here leave the weighing; null when none is left.
 */
export function pressureAdjusted(figures: readonly PressureFigure[], weights: readonly number[]): number | null {
  let sum = 0;
  let weight = 0;
  figures.forEach((figure, bucket) => {
    const share = weights[bucket] ?? 0;
    if (figure.meanMs === null) return;
    sum += figure.meanMs * share;
    weight += share;
  });
  return weight === 0 ? null : sum / weight;
}

/**
 * Counts, for each turn, the others open at its start (started at or before it, not yet ended; of several with one
 * start, the ones before it in the given order), and writes it to `pressure`. Takes turns of all conversations.
 */
export function assignPressure(turns: readonly Turn[]): void {
  const ordered = [...turns].sort((a, b) => a.startedAt - b.startedAt);
  const ends = Float64Array.from(ordered, (turn) => turn.endedAt ?? Number.POSITIVE_INFINITY).sort();
  let ended = 0;
  let begun = 0;
  for (const turn of ordered) {
    // Ends are counted over all turns: one that ends by now has begun by now, so it is among those begun.
    while (ended < ends.length && (ends[ended] ?? 0) <= turn.startedAt) ended++;
    turn.pressure = Math.max(0, begun - ended);
    begun++;
  }
}
