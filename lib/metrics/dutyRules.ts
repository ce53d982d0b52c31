import type { DutyState, DutyStretch, Shift } from '@/lib/domain/duty';
import type { DutyTimeline } from './duty';
import { shiftRuns } from './shifts';
import type { Zone } from './zone';

/** What is known about one account's duty. */
export interface DutyFacts {
  /** Of this account and of the whole browser. */
  stretches: readonly DutyStretch[];
  shifts: readonly Shift[];
  /** Whose wall clock the shifts follow. */
  zone: Zone;
}

/** No shift stays away for longer than a week, whatever its days. */
const lookAroundMs = 8 * 86_400_000;

/**
 * Whether an account is on duty at a moment, and what says so: the first of these that applies.
 *
 * 1. The workbench shows the account as off line: off duty.
 * 2. The agent pressed 下班 or 上班: what they pressed, until the next beginning or end of a shift; without shifts until
 *    they press again. (Whoever forgets to press 上班 the next morning is on duty all the same.)
 * 3. Shifts are set: on duty within them, off duty outside.
 * 4. The browser was closed on purpose (lib/storage/duties.ts): off duty.
 * 5. On duty.
 */
export function dutyAt({ stretches, shifts, zone }: DutyFacts, at: number): DutyState {
  const holding = stretches.filter((one) => one.from <= at && at < one.to);
  const offline = holding.find((one) => one.source === 'workbench' && !one.on);
  if (offline !== undefined) return { on: false, by: 'workbench', since: offline.from };
  const press = holding.find((one) => one.source === 'switch' && at < nextEdge(shifts, zone, one.from));
  if (press !== undefined) return { on: press.on, by: 'switch', since: press.from };
  if (shifts.length > 0) {
    const runs = shiftRuns(shifts, zone, at - lookAroundMs, at + 1);
    const running = runs.find((run) => at < run.to);
    if (running !== undefined) return { on: true, by: 'shift', since: running.from };
    return { on: false, by: 'shift', since: runs.length === 0 ? null : Math.max(...runs.map((run) => run.to)) };
  }
  const closed = holding.find((one) => one.source === 'closed');
  return { on: closed === undefined, by: closed === undefined ? null : 'closed', since: closed?.from ?? null };
}

/** When the account was on and off duty from one moment to another, as a log would say it with `onDuty`, `offDuty`. */
export function dutyBetween(facts: DutyFacts, from: number, to: number): DutyTimeline {
  const { stretches, shifts, zone } = facts;
  const changes = [...stretches, ...shiftRuns(shifts, zone, from, to + 1)].flatMap((one) => [one.from, one.to]);
  const moments = new Set([from, ...changes.filter((at) => at > from && at <= to)]);
  const timeline: { at: number[]; on: boolean[] } = { at: [], on: [] };
  for (const at of [...moments].sort((a, b) => a - b)) {
    const { on } = dutyAt(facts, at);
    if (on === (timeline.on.at(-1) ?? true)) continue;
    timeline.at.push(at);
    timeline.on.push(on);
  }
  return timeline;
}

/** The first beginning or end of a shift after a moment; Infinity without shifts. */
function nextEdge(shifts: readonly Shift[], zone: Zone, after: number): number {
  const edges = shiftRuns(shifts, zone, after, after + lookAroundMs).flatMap(({ from, to }) => [from, to]);
  return Math.min(Number.POSITIVE_INFINITY, ...edges.filter((at) => at > after));
}
