import type { WithinFigure } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { CustomerDay, PendingClock } from '../customerDay';
import type { Tally } from '../tally';

/** How many met, and of how many. */
export interface WithinCounts {
  met: number;
  decided: number;
}

/**
 * N-second rate (3分钟人工回复率, 30秒应答率 …): the share of decided units that met N seconds, N itself included. An
 * unanswered turn is a miss; a pending one is undecided until `now` − its clock exceeds N, then a miss, and stays
 * undecided while `now` is null. Uncertain turns are no units. The profile's unit is
 * - `turn`: every counted turn;
 * - `firstTurnOfSession`: every *first* turn;
 * - `customerDay`: conversation and day of the turn's start; it misses if any of its turns missed, and is undecided if
 *   none missed and any is undecided.
 */
export function withinCounts(tally: Tally, profile: Profile, seconds: number, now: number | null): WithinCounts {
  const limitMs = seconds * 1000;
  const counts = { met: 0, decided: 0 };
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    if (profile.rateUnit === 'customerDay') countCustomerDay(counts, customer, limitMs, now);
    else countTurns(counts, customer, limitMs, now, profile.rateUnit === 'firstTurnOfSession');
  }
  return counts;
}

/** The N-second rate as a figure; null when nothing is decided. See withinCounts. */
export function within(tally: Tally, profile: Profile, seconds: number, now: number | null): WithinFigure {
  const { met, decided } = withinCounts(tally, profile, seconds, now);
  return { rate: decided === 0 ? null : met / decided, decided };
}

function countTurns(
  counts: WithinCounts,
  customer: CustomerDay,
  limitMs: number,
  now: number | null,
  firstOnly: boolean,
): void {
  let met = 0;
  for (const latency of customer.firstLatencies) if (latency <= limitMs) met++;
  counts.decided += customer.firstLatencies.length + (firstOnly ? customer.missedFirst : customer.missed);
  if (!firstOnly) {
    for (const latency of customer.laterLatencies) if (latency <= limitMs) met++;
    counts.decided += customer.laterLatencies.length;
  }
  for (const clock of customer.pendingClocks) {
    if ((clock.first || !firstOnly) && isOverdue(clock, limitMs, now)) counts.decided++;
  }
  counts.met += met;
}

function countCustomerDay(counts: WithinCounts, customer: CustomerDay, limitMs: number, now: number | null): void {
  const timed = customer.firstLatencies.length + customer.laterLatencies.length;
  let missed = customer.missed > 0;
  for (const latency of customer.firstLatencies) if (latency > limitMs) missed = true;
  for (const latency of customer.laterLatencies) if (latency > limitMs) missed = true;
  for (const clock of customer.pendingClocks) if (isOverdue(clock, limitMs, now)) missed = true;
  if (missed) counts.decided++;
  else if (customer.pendingClocks.length === 0 && timed > 0) {
    counts.decided++;
    counts.met++;
  }
}

function isOverdue(clock: PendingClock, limitMs: number, now: number | null): boolean {
  return now !== null && now - clock.clockAt > limitMs;
}
