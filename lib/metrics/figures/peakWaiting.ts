import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { leftOutReason, settledState } from '../counted';

/**
 * Peak waiting (最多同时等待): the most answered or pending counted turns that were open at once, each over
 * [start, end): its end is its reply or, pending, `now`. At equal times ends come before starts, and a turn of length 0
 * never counts. Computed from the span's turns, never from rollups. `now` null and nothing seen: pending turns have no
 * length. Count.
 */
export function peakWaiting(turns: Iterable<Turn>, profile: Profile, now: number | null, final: boolean): number {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const turn of turns) {
    const state = settledState(turn, profile, final);
    if (state !== 'answered' && state !== 'pending') continue;
    const end = state === 'answered' ? turn.repliedAt : now;
    if (end === null || end <= turn.startedAt || leftOutReason(turn, state, profile) !== null) continue;
    starts.push(turn.startedAt);
    ends.push(end);
  }
  return mostAtOnce(starts, ends);
}

/** The most of the intervals [start, end) that cover one moment. */
export function mostAtOnce(starts: readonly number[], ends: readonly number[]): number {
  return peakOf(starts, ends).most;
}

/** The first moment that the most of the intervals [start, end) cover, ms; null without intervals. */
export function peakMoment(starts: readonly number[], ends: readonly number[]): number | null {
  return peakOf(starts, ends).at;
}

function peakOf(starts: readonly number[], ends: readonly number[]): { most: number; at: number | null } {
  const openings = Float64Array.from(starts).sort();
  const closings = Float64Array.from(ends).sort();
  let closed = 0;
  let most = 0;
  let found: number | null = null;
  for (let opened = 0; opened < openings.length; opened++) {
    const at = openings[opened] ?? 0;
    while (closed < closings.length && (closings[closed] ?? 0) <= at) closed++;
    if (opened + 1 - closed <= most) continue;
    most = opened + 1 - closed;
    found = at;
  }
  return { most, at: found };
}
