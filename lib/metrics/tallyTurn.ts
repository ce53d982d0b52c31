import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnState } from '@/lib/domain/turn';
import { changeValues } from './changeValues';
import { leftOutReason, settledState } from './counted';
import { type CustomerDay, changePending, customerDayAt, dropEmptyCustomerDay } from './customerDay';
import { pressureBucket } from './figures/pressure';
import { splitOf } from './figures/split';
import type { Tally } from './tally';

/** Adds (`sign` 1) or takes away (−1) a turn, changing the tally. Adding, then taking away, leaves it as it was. */
export function tallyTurn(tally: Tally, turn: Turn, profile: Profile, final: boolean, sign: 1 | -1): void {
  const state = settledState(turn, profile, final);
  const customer = customerDayAt(tally.customers, turn.conversationId, turn.startedAt, profile);
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
  dropEmptyCustomerDay(tally.customers, customer);
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
