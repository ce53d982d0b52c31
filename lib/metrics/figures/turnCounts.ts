import type { Tally } from '../tally';

/** Counted turns by state, and how they add up. */
export interface TurnCounts {
  /** answered + unanswered + pending; `excused` and `bot` turns, and those left out, are none. */
  turns: number;
  /** Replied to, by a message that the profile lets answer. */
  answered: number;
  /** Ended without: closed, over the limit, the day over, the log final. */
  unanswered: number;
  /** Open now. */
  pending: number;
}

/** Turns (轮次): how many counted, and what became of them. */
export function turnCounts(tally: Tally): TurnCounts {
  let answered = 0;
  let unanswered = 0;
  let pending = 0;
  for (const key in tally.customers) {
    const customer = tally.customers[key];
    if (!customer) continue;
    answered += customer.answered;
    unanswered += customer.unanswered;
    pending += customer.pending;
  }
  return { turns: answered + unanswered + pending, answered, unanswered, pending };
}
