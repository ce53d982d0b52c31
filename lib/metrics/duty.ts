import type { DutyEntry } from '@/lib/domain/logEntry';

/** When the agent was on and off duty: the moments of change in order. On duty before the first. */
export interface DutyTimeline {
  readonly at: readonly number[];
  readonly on: readonly boolean[];
}

/** An agent who was always on duty. */
export const alwaysOnDuty: DutyTimeline = { at: [], on: [] };

/** Orders duty entries by time, then by their position in the log. */
export function dutyTimeline(entries: readonly DutyEntry[]): DutyTimeline {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  return { at: ordered.map((entry) => entry.at), on: ordered.map((entry) => entry.event === 'onDuty') };
}

/** Whether a moment is off duty: the latest change at or before it was to off duty. */
export function isOffDuty(duty: DutyTimeline, at: number): boolean {
  let low = 0;
  let high = duty.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((duty.at[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return duty.on[low - 1] === false;
}
