/** What really happened, recorded outside the extension, and the figures that follow from it by counting on fingers. */

/** One message, in the order in which it happened within its conversation. */
export interface TrueMessage {
  conversation: string;
  author: 'customer' | 'agent';
  text: string;
  /** When it first showed on the page, as a row or in a badge; null when no tab was there to show it. */
  at: number | null;
}

/** One turn of the truth; latency is null while unanswered or when a time was not seen. */
export interface TrueTurn {
  conversation: string;
  startedAt: number | null;
  latencyMs: number | null;
  answered: boolean;
  first: boolean;
}

/** What the popup has to show. */
export interface TrueFigures {
  firstResponseMs: number | null;
  averageResponseMs: number | null;
  answerQuestionRatio: number | null;
  replyRate: number | null;
  customers: number;
  waiting: number;
}

/** Turns by the plainest reading of the rule: a burst and the first reply to it. Holds for logs under half an hour. */
export function trueTurns(messages: readonly TrueMessage[]): TrueTurn[] {
  const turns: TrueTurn[] = [];
  const open = new Map<string, TrueTurn>();
  for (const { conversation, author, at } of messages) {
    const current = open.get(conversation);
    if (author === 'customer' && current === undefined) {
      const first = !turns.some((turn) => turn.conversation === conversation);
      const turn = { conversation, startedAt: at, latencyMs: null, answered: false, first };
      turns.push(turn);
      open.set(conversation, turn);
    }
    if (author === 'agent' && current !== undefined) {
      current.answered = true;
      current.latencyMs = at === null || current.startedAt === null ? null : at - current.startedAt;
      open.delete(conversation);
    }
  }
  return turns;
}

/** The figures that follow from the messages. */
export function trueFigures(messages: readonly TrueMessage[]): TrueFigures {
  const turns = trueTurns(messages);
  const timed = turns.flatMap(({ latencyMs, first }) => (latencyMs === null ? [] : [{ latencyMs, first }]));
  const customers = new Set(turns.map((turn) => turn.conversation));
  const answered = new Set(turns.filter((turn) => turn.answered).map((turn) => turn.conversation));
  const incoming = messages.filter((message) => message.author === 'customer').length;
  return {
    firstResponseMs: mean(timed.filter((turn) => turn.first).map((turn) => turn.latencyMs)),
    averageResponseMs: mean(timed.map((turn) => turn.latencyMs)),
    answerQuestionRatio: incoming === 0 ? null : (messages.length - incoming) / incoming,
    replyRate: customers.size === 0 ? null : answered.size / customers.size,
    customers: customers.size,
    waiting: turns.filter((turn) => !turn.answered).length,
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
