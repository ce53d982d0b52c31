import { mergeCustomerDay } from './customerDay';
import { pressureBuckets } from './figures/pressure';
import { emptyTally, type Tally } from './tally';

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
      if (customer) mergeCustomerDay(whole.customers, key, customer);
    }
    for (const key in part.sessions) {
      const values = part.sessions[key];
      const known = whole.sessions[key];
      if (values) whole.sessions[key] = { sum: (known?.sum ?? 0) + values.sum, n: (known?.n ?? 0) + values.n };
    }
  }
  return whole;
}
