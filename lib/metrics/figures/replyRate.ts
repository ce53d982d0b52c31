import type { Tally } from '../tally';

/**
 * Reply rate by customer (回复率): of the customer-days (conversation and day of the turn's start) with a counted turn,
 * the share with an answered one. One with none answered but one pending is undecided and left out. 0..1; null when
 * none is decided.
 */
export function replyRate(tally: Tally): number | null {
  let answered = 0;
  let decided = 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    if (customer.answered > 0) {
      answered++;
      decided++;
    } else if (customer.pending === 0 && customer.unanswered > 0) decided++;
  }
  return decided === 0 ? null : answered / decided;
}
