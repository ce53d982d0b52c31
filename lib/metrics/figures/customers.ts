import type { Tally } from '../tally';

/** Customers received (接待人数): conversations with at least one counted turn. Count. */
export function customers(tally: Tally): number {
  const ids = new Set<string>();
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (customer && customer.answered + customer.unanswered + customer.pending > 0) ids.add(customer.conversationId);
  }
  return ids.size;
}
