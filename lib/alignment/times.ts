import type { ShownTime } from '@/lib/domain/reading';
import { itemAt } from './itemAt';

/** A step that a clamp may make before the time is no longer known to the second. */
export const CLAMP_TOLERANCE_MS = 1000;

/** What is known of a new entry's time before its neighbours are looked at. */
export interface RawTime {
  /** null = nothing is known: it takes the time of what follows. */
  at: number | null;
  uncertain: boolean;
  /** Observed or stored: neighbours give way to it. */
  firm: boolean;
}

/** The workbench's time on our clock. */
export function correctedShown(shown: ShownTime, clockSkewMs: number): number {
  return shown.at - clockSkewMs;
}

/** A time that has found its place among its neighbours. */
export interface SettledTime {
  at: number;
  uncertain: boolean;
}

/**
 * Puts times in order, so that `at` never decreases: a soft one first gives way to the firm ones behind it, then everything
 * to what stands in front. A soft time that had to move by more than a second is uncertain.
 */
export function inTimeOrder(times: readonly RawTime[], floor: number, ceiling: number): SettledTime[] {
  const result: SettledTime[] = [];
  let limit = Math.max(ceiling, floor);
  let behind = limit;
  for (let i = times.length - 1; i >= 0; i--) {
    const time = itemAt(times, i);
    const at = time.at === null ? behind : time.firm ? time.at : Math.min(time.at, limit);
    if (time.firm) limit = Math.min(limit, at);
    behind = Math.min(at, limit);
    result[i] = { at, uncertain: time.uncertain || isMoved(time, at) };
  }
  let before = floor;
  return result.map((time, i) => {
    const at = Math.max(time.at, before);
    before = at;
    return { at, uncertain: time.uncertain || isMoved(itemAt(times, i), at) };
  });
}

function isMoved(time: RawTime, at: number): boolean {
  return !time.firm && (time.at === null || Math.abs(at - time.at) > CLAMP_TOLERANCE_MS);
}
