import type { Tally } from '../tally';

/**
 * Answer/question ratio (答问比): outgoing ÷ incoming. Outgoing are the replies of the counted turns and the proactive
 * messages, never automatic ones; incoming are the customers' messages in the counted turns. Null with no incoming.
 */
export function answerQuestionRatio(tally: Tally): number | null {
  return tally.incoming === 0 ? null : tally.outgoing / tally.incoming;
}
