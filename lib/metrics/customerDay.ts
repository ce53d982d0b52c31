import type { Profile } from '@/lib/domain/profile';
import { dayNumber, zoneOf } from './zone';

/** A pending turn's clock, and whether it is a *first* turn. */
export interface PendingClock {
  clockAt: number;
  first: boolean;
}

/** What became of one customer on one day: the turns that began then. */
export interface CustomerDay {
  conversationId: string;
  /** Day number in the profile's zone; see dayNumber. */
  day: number;
  /** Turns of any state, the left out ones too. */
  anyTurns: number;
  /** Counted turns, the uncertain ones included. */
  answered: number;
  unanswered: number;
  pending: number;
  /** Counted unanswered turns that are not uncertain, and of those the *first* ones. */
  missed: number;
  missedFirst: number;
  /** Latencies of answered *first* turns and of the later ones, uncertain ones left out. In no particular order. */
  firstLatencies: number[];
  laterLatencies: number[];
  /** Pending turns that are not uncertain. */
  pendingClocks: PendingClock[];
  /** Messages that a robot held, and messages by people of the shop; see figures/robotOnly.ts. */
  held: number;
  human: number;
}

const customerSums = [
  'anyTurns',
  'answered',
  'unanswered',
  'pending',
  'missed',
  'missedFirst',
  'held',
  'human',
] as const satisfies readonly (keyof CustomerDay)[];

/** Adds a part to the customer-day of its key; the part stays as it is. */
export function mergeCustomerDay(customers: Record<string, CustomerDay>, key: string, part: CustomerDay): void {
  const known = customers[key];
  if (!known) {
    customers[key] = {
      ...part,
      firstLatencies: [...part.firstLatencies],
      laterLatencies: [...part.laterLatencies],
      pendingClocks: [...part.pendingClocks],
    };
    return;
  }
  for (const name of customerSums) known[name] += part[name];
  known.firstLatencies.push(...part.firstLatencies);
  known.laterLatencies.push(...part.laterLatencies);
  known.pendingClocks.push(...part.pendingClocks);
}

/** The customer-day of a moment, which is added where it is missing. */
export function customerDayAt(
  customers: Record<string, CustomerDay>,
  conversationId: string,
  at: number,
  profile: Profile,
): CustomerDay {
  const day = dayNumber(zoneOf(profile.timeZone), at, profile.dayStartsAtMs);
  const key = `${day}|${conversationId}`;
  const known = customers[key];
  if (known) return known;
  const created: CustomerDay = {
    conversationId,
    day,
    anyTurns: 0,
    answered: 0,
    unanswered: 0,
    pending: 0,
    missed: 0,
    missedFirst: 0,
    firstLatencies: [],
    laterLatencies: [],
    pendingClocks: [],
    held: 0,
    human: 0,
  };
  customers[key] = created;
  return created;
}

/** Takes out a customer-day in which nothing is left. */
export function dropEmptyCustomerDay(customers: Record<string, CustomerDay>, customer: CustomerDay): void {
  if (customer.anyTurns !== 0 || customer.held !== 0 || customer.human !== 0) return;
  delete customers[`${customer.day}|${customer.conversationId}`];
}

/** Adds (`sign` 1) a pending clock, or takes away (−1) one that equals it. */
export function changePending(clocks: PendingClock[], clock: PendingClock, sign: 1 | -1): void {
  if (sign === 1) {
    clocks.push(clock);
    return;
  }
  const position = clocks.findIndex((known) => known.clockAt === clock.clockAt && known.first === clock.first);
  if (position >= 0) clocks.splice(position, 1);
}
