import type { Tally } from '../tally';

/**
 * Characters (字数): of the customers' messages in the counted turns, and of the replies and proactive messages, over
 * those whose length is known; `perReply` is the mean over those. Null when no length is known.
 */
export interface CharacterFigures {
  incoming: number | null;
  outgoing: number | null;
  perReply: number | null;
}

/** See CharacterFigures. */
export function characters(tally: Tally): CharacterFigures {
  return {
    incoming: tally.incomingMeasured === 0 ? null : tally.incomingCharacters,
    outgoing: tally.outgoingMeasured === 0 ? null : tally.outgoingCharacters,
    perReply: tally.outgoingMeasured === 0 ? null : tally.outgoingCharacters / tally.outgoingMeasured,
  };
}
