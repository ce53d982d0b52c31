import type { Turn, TurnState } from '@/lib/domain/turn';
import { leftOutReason, proactiveLeftOutReason, settledState } from './counted';
import { pressureBucket, pressureBuckets } from './figures/pressure';
import { splitOf } from './figures/split';
import type { Profile } from './profiles/types';
import type { HourActivity, ProactiveMessage, Session } from './turns';
import { dayNumber, type Zone, zoneOf } from './zone';

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

/** The sums that simply add up. */
const sums = [
  'excused',
  'incoming',
  'outgoing',
  'outgoingMerged',
  'offDuty',
  'offDutyAnswered',
  'offDutyUnanswered',
  'uncertain',
  'transferredAway',
  'effectiveFirstMs',
  'effectiveFirstTurns',
  'incomingCharacters',
  'incomingMeasured',
  'outgoingCharacters',
  'outgoingMeasured',
  'noticeMs',
  'thinkMs',
  'typeMs',
  'splitTurns',
  'receivedTurns',
  'receivedCustomerMs',
  'receivedAgentMs',
] as const satisfies readonly (keyof Tally)[];

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

/** Adds (`sign` 1) or takes away (−1) a turn, changing the tally. Adding, then taking away, leaves it as it was. */
export function tallyTurn(tally: Tally, turn: Turn, profile: Profile, final: boolean, sign: 1 | -1): void {
  const state = settledState(turn, profile, final);
  const zone = zoneOf(profile.timeZone);
  const customer = customerAt(tally, turn.conversationId, turn.startedAt, profile, zone);
  customer.anyTurns += sign;
  const reason = leftOutReason(turn, state, profile);
  const inTime = reason !== 'outsideWindow' && reason !== 'exemptDay';
  if (inTime && turn.endedBy === 'transferredOut') tally.transferredAway += sign;
  if (reason === 'excused') tally.excused += sign;
  else if (reason === 'offDuty') {
    tally.offDuty += sign;
    if (state === 'answered') tally.offDutyAnswered += sign;
    if (state === 'unanswered') tally.offDutyUnanswered += sign;
  } else if (reason === null) tallyCounted(tally, customer, turn, state, profile, sign);
  dropEmptyCustomer(tally, customer);
}

function tallyCounted(
  tally: Tally,
  customer: CustomerDay,
  turn: Turn,
  state: TurnState,
  profile: Profile,
  sign: 1 | -1,
): void {
  tally.incoming += sign * turn.incoming;
  tally.outgoing += sign * turn.outgoing;
  tally.outgoingMerged += sign * turn.outgoingMerged;
  tally.incomingCharacters += sign * turn.incomingCharacters;
  tally.incomingMeasured += sign * turn.incomingMeasured;
  tally.outgoingCharacters += sign * turn.outgoingCharacters;
  tally.outgoingMeasured += sign * turn.outgoingMeasured;
  if (turn.uncertain) tally.uncertain += sign;
  if (state === 'answered') {
    customer.answered += sign;
    if (!turn.uncertain && turn.repliedAt !== null) tallyLatency(tally, customer, turn, turn.repliedAt, profile, sign);
  } else if (state === 'unanswered') {
    customer.unanswered += sign;
    if (turn.uncertain) return;
    customer.missed += sign;
    if (turn.first) customer.missedFirst += sign;
    if (profile.unansweredCountsAsMs !== null) {
      tallySessionValue(tally, turn, profile.unansweredCountsAsMs, profile, sign);
    }
  } else {
    customer.pending += sign;
    if (!turn.uncertain) changePending(customer.pendingClocks, { clockAt: turn.clockAt, first: turn.first }, sign);
  }
}

function tallyLatency(
  tally: Tally,
  customer: CustomerDay,
  turn: Turn,
  repliedAt: number,
  profile: Profile,
  sign: 1 | -1,
): void {
  const latency = repliedAt - turn.clockAt;
  changeValues(turn.first ? customer.firstLatencies : customer.laterLatencies, latency, sign);
  const capped = profile.capMs === null ? latency : Math.min(latency, profile.capMs);
  tallySessionValue(tally, turn, capped, profile, sign);
  if (turn.first && turn.effectiveRepliedAt !== null) {
    tally.effectiveFirstMs += sign * (turn.effectiveRepliedAt - turn.clockAt);
    tally.effectiveFirstTurns += sign;
  }
  if (turn.pressure !== null) {
    const bucket = pressureBucket(turn.pressure);
    tally.pressureMs[bucket] = (tally.pressureMs[bucket] ?? 0) + sign * latency;
    tally.pressureTurns[bucket] = (tally.pressureTurns[bucket] ?? 0) + sign;
  }
  if (turn.openedAt !== null && turn.firstKeyAt !== null) {
    const split = splitOf({
      startedAt: turn.startedAt,
      openedAt: turn.openedAt,
      firstKeyAt: turn.firstKeyAt,
      repliedAt,
    });
    tally.noticeMs += sign * (split.noticeMs ?? 0);
    tally.thinkMs += sign * (split.thinkMs ?? 0);
    tally.typeMs += sign * (split.typeMs ?? 0);
    tally.splitTurns += sign;
  }
  if (turn.acceptedAt !== null && turn.acceptedAt > turn.startedAt && turn.acceptedAt <= repliedAt) {
    tally.receivedTurns += sign;
    tally.receivedCustomerMs += sign * (repliedAt - turn.startedAt);
    tally.receivedAgentMs += sign * (repliedAt - turn.acceptedAt);
  }
}

/** Adds or takes away one value of a session's mean, where the profile averages those. */
function tallySessionValue(tally: Tally, turn: Turn, value: number, profile: Profile, sign: 1 | -1): void {
  if (profile.average !== 'meanOfSessionMeans') return;
  if (turn.first && !profile.averageIncludesFirst) return;
  const key = `${turn.sessionStartedAt}|${turn.conversationId}`;
  const values = tally.sessions[key] ?? { sum: 0, n: 0 };
  values.sum += sign * value;
  values.n += sign;
  if (values.n === 0) delete tally.sessions[key];
  else tally.sessions[key] = values;
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
  if (activity.held === 0 && activity.human === 0) return;
  const zone = zoneOf(profile.timeZone);
  const customer = customerAt(tally, activity.conversationId, activity.hourStart, profile, zone);
  customer.held += sign * activity.held;
  customer.human += sign * activity.human;
  dropEmptyCustomer(tally, customer);
}

/** Adds or takes away a session. */
export function tallySession(tally: Tally, session: Session, sign: 1 | -1): void {
  changeValues(tally.sessionLengths, session.lastAt - session.startedAt, sign);
}

/** The tally of all parts together. The parts stay as they are. */
export function mergeTallies(tallies: Iterable<Tally>): Tally {
  const whole = emptyTally();
  for (const part of tallies) {
    for (const name of sums) whole[name] += part[name];
    for (let bucket = 0; bucket < pressureBuckets.length; bucket++) {
      whole.pressureMs[bucket] = (whole.pressureMs[bucket] ?? 0) + (part.pressureMs[bucket] ?? 0);
      whole.pressureTurns[bucket] = (whole.pressureTurns[bucket] ?? 0) + (part.pressureTurns[bucket] ?? 0);
    }
    for (const length of part.sessionLengths) whole.sessionLengths.push(length);
    for (const key in part.customers) {
      const customer = part.customers[key];
      if (customer) mergeCustomer(whole.customers, key, customer);
    }
    for (const key in part.sessions) {
      const values = part.sessions[key];
      const known = whole.sessions[key];
      if (values) whole.sessions[key] = { sum: (known?.sum ?? 0) + values.sum, n: (known?.n ?? 0) + values.n };
    }
  }
  return whole;
}

function mergeCustomer(customers: Record<string, CustomerDay>, key: string, part: CustomerDay): void {
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

function customerAt(tally: Tally, conversationId: string, at: number, profile: Profile, zone: Zone): CustomerDay {
  const day = dayNumber(zone, at, profile.dayStartsAtMs);
  const key = `${day}|${conversationId}`;
  const known = tally.customers[key];
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
  tally.customers[key] = created;
  return created;
}

function dropEmptyCustomer(tally: Tally, customer: CustomerDay): void {
  if (customer.anyTurns !== 0 || customer.held !== 0 || customer.human !== 0) return;
  delete tally.customers[`${customer.day}|${customer.conversationId}`];
}

function changeValues(values: number[], value: number, sign: 1 | -1): void {
  if (sign === 1) {
    values.push(value);
    return;
  }
  const position = values.lastIndexOf(value);
  if (position >= 0) values.splice(position, 1);
}

function changePending(clocks: PendingClock[], clock: PendingClock, sign: 1 | -1): void {
  if (sign === 1) {
    clocks.push(clock);
    return;
  }
  const position = clocks.findIndex((known) => known.clockAt === clock.clockAt && known.first === clock.first);
  if (position >= 0) clocks.splice(position, 1);
}
