import type { Tally } from '../tally';

/** Mean latencies of the turns that reached the agent by an accept or a transfer, in both views, ms. */
export interface TransferredInFigure {
  turns: number;
  /** 顾客视角: from the customer's first message. Null without turns. */
  customerMs: number | null;
  /** 我的视角: from the accept or transfer. Null without turns. */
  agentMs: number | null;
}

/**
 * Transferred in (转入): answered turns that were accepted, or transferred to the agent, after their customer's first
 * message and before the reply.
 */
export function transferredIn(tally: Tally): TransferredInFigure {
  const turns = tally.receivedTurns;
  return {
    turns,
    customerMs: turns === 0 ? null : tally.receivedCustomerMs / turns,
    agentMs: turns === 0 ? null : tally.receivedAgentMs / turns,
  };
}
