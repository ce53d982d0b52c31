/** How a turn ended, or that it has not. `bot` turns appear in no figure; `excused` ones only in their own count. */
export type TurnState = 'pending' | 'answered' | 'unanswered' | 'excused' | 'bot';

/**
 * One turn: a customer's burst and the reply to it. Plain data, safe for structured clone and IndexedDB.
 * All times in ms since the epoch, all durations in ms.
 */
export interface Turn {
  conversationId: string;
  /** First customer message (or the handover's moment). The turn's age, hour and day count from here. */
  startedAt: number;
  /** The customer's last message in it so far. */
  lastMessageAt: number;
  /** Where the profile's clock starts; latency = repliedAt − clockAt. */
  clockAt: number;
  /** The first reply; null unless `answered` or `bot`. */
  repliedAt: number | null;
  state: TurnState;
  /** When it left `pending` (reply, close, limit …); null while pending. */
  endedAt: number | null;
  /** It is the first turn of a session that the customer began. */
  first: boolean;
  /** Start of the session that it belongs to. */
  sessionStartedAt: number;
  /** Customer's messages in it. */
  incoming: number;
  /** Replies to it, the first one included. */
  outgoing: number;
  /** Every message so far is a closing one. */
  closingOnly: boolean;
  /** Its start was off duty. */
  offDuty: boolean;
  /** A time that its latency needs is not known to the second, or observation had a gap: counted, never timed. */
  uncertain: boolean;
}
