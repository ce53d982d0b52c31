import type { Profile } from '@/lib/domain/profile';
import { changeValues } from './changeValues';
import type { HourActivity, ProactiveMessage, Session } from './conversationState';
import { proactiveLeftOutReason } from './counted';
import { type CustomerDay, customerDayAt, dropEmptyCustomerDay } from './customerDay';
import { pressureBuckets } from './figures/pressure';

/** Sum and number of the values that one session adds to an average of session means. */
export interface SessionValues {
  sum: number;
  n: number;
}

/**
 * Everything that the figures of a span need, by one profile: sums that add up, and the raw latencies, so that every
 * percentile and every N stays exact. Tallies of parts merge into that of the whole. Plain data.
 */
export interface Tally {
  excused: number;
  incoming: number;
  /** Replies of the counted turns and counted proactive messages; and the same with bursts merged. */
  outgoing: number;
  outgoingMerged: number;
  offDuty: number;
  offDutyAnswered: number;
  offDutyUnanswered: number;
  /** Counted turns that enter no figure in seconds. */
  uncertain: number;
  /** Turns that ended unreplied when their conversation was transferred to somebody else, excused ones too. */
  transferredAway: number;
  /** Sum and number of the first turns' waits for a reply that is not perfunctory. */
  effectiveFirstMs: number;
  effectiveFirstTurns: number;
  incomingCharacters: number;
  incomingMeasured: number;
  outgoingCharacters: number;
  outgoingMeasured: number;
  /** Sum and number of the latencies by pressure bucket; see figures/pressure.ts. */
  pressureMs: number[];
  pressureTurns: number[];
  /** Sums over the turns whose three parts are known, and how many those are. */
  noticeMs: number;
  thinkMs: number;
  typeMs: number;
  splitTurns: number;
  /** Turns that a transfer in or an accept reached, and their summed latency for the customer and for the agent. */
  receivedTurns: number;
  receivedCustomerMs: number;
  receivedAgentMs: number;
  /** Lengths of the sessions, ms. */
  sessionLengths: number[];
  /** By `${day}|${conversationId}`. */
  customers: Record<string, CustomerDay>;
  /** By `${sessionStartedAt}|${conversationId}`; kept only where the profile averages session means. */
  sessions: Record<string, SessionValues>;
}

/** The tally of nothing. */
export function emptyTally(): Tally {
  return {
    excused: 0,
    incoming: 0,
    outgoing: 0,
    outgoingMerged: 0,
    offDuty: 0,
    offDutyAnswered: 0,
    offDutyUnanswered: 0,
    uncertain: 0,
    transferredAway: 0,
    effectiveFirstMs: 0,
    effectiveFirstTurns: 0,
    incomingCharacters: 0,
    incomingMeasured: 0,
    outgoingCharacters: 0,
    outgoingMeasured: 0,
    pressureMs: pressureBuckets.map(() => 0),
    pressureTurns: pressureBuckets.map(() => 0),
    noticeMs: 0,
    thinkMs: 0,
    typeMs: 0,
    splitTurns: 0,
    receivedTurns: 0,
    receivedCustomerMs: 0,
    receivedAgentMs: 0,
    sessionLengths: [],
    customers: {},
    sessions: {},
  };
}

/** Adds or takes away a message that answers nothing. */
export function tallyProactive(tally: Tally, message: ProactiveMessage, profile: Profile, sign: 1 | -1): void {
  if (proactiveLeftOutReason(message, profile) !== null) return;
  tally.outgoing += sign;
  if (!message.continues) tally.outgoingMerged += sign;
  if (message.characters !== null) {
    tally.outgoingCharacters += sign * message.characters;
    tally.outgoingMeasured += sign;
  }
}

/** Adds or takes away an hour's activity of one conversation. */
export function tallyActivity(tally: Tally, activity: HourActivity, profile: Profile, sign: 1 | -1): void {
  const customer = customerDayAt(tally.customers, activity.conversationId, activity.hourStart, profile);
  customer.held += sign * activity.held;
  customer.human += sign * activity.human;
  dropEmptyCustomerDay(tally.customers, customer);
}

/** Adds or takes away a session. */
export function tallySession(tally: Tally, session: Session, sign: 1 | -1): void {
  changeValues(tally.sessionLengths, session.lastAt - session.startedAt, sign);
}
