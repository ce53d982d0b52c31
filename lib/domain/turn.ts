/** How a turn ended, or that it has not. `bot` turns appear in no figure; `excused` ones only in their own count. */
export type TurnState = 'pending' | 'answered' | 'unanswered' | 'excused' | 'bot';

/** What ended a turn. */
export type TurnEnd =
  /** The agent's (or an accepted robot draft's) reply. */
  | 'reply'
  /** An automatic message, under a profile where that ends a turn. */
  | 'autoReply'
  /** Another agent of the shop wrote. */
  | 'colleague'
  /** The conversation was closed. */
  | 'closed'
  /** The conversation was transferred to somebody else. */
  | 'transferredOut'
  /** It was made only of closing messages, and the profile's grace for those had passed. */
  | 'closingGrace'
  /** It had been open longer than the profile allows. */
  | 'longestOpen'
  /** The day changed, under a profile whose sessions end with the day. */
  | 'dayChange'
  /** The log is final and nothing more will come. */
  | 'logEnd';

/**
 * One turn: a customer's burst and the reply to it. Plain data, safe for structured clone and IndexedDB.
 * All times in ms since the epoch, all durations in ms.
 */
export interface Turn {
  conversationId: string;
  /** Running number within the conversation, from 0, in the order of opening; with the conversation, the turn's key. */
  index: number;
  /** First customer message (or the handover's moment). The turn's age, hour and day count from here. */
  startedAt: number;
  /** The customer's last message in it so far; `startedAt` while a handover's turn has none. */
  lastMessageAt: number;
  /** The latest accept or transfer in that its clock may start from; null when there was none. */
  acceptedAt: number | null;
  /** Where the profile's clock starts; latency = repliedAt − clockAt. */
  clockAt: number;
  /** The first reply; null unless `answered` or `bot`. */
  repliedAt: number | null;
  /** First turns only: the first reply of the session that is not perfunctory; null while there is none. */
  effectiveRepliedAt: number | null;
  state: TurnState;
  /** When it left `pending` (reply, close, limit …); null while pending. */
  endedAt: number | null;
  /** What ended it; null while pending. */
  endedBy: TurnEnd | null;
  /** It is the first turn of a session that the customer began. */
  first: boolean;
  /** Number within its session, from 1. */
  numberInSession: number;
  /** Start of the session that it belongs to. */
  sessionStartedAt: number;
  /** A robot handed its customer over. */
  handover: boolean;
  /** Customer's messages in it. */
  incoming: number;
  /** Replies to it, the first one included. */
  outgoing: number;
  /** Replies to it, messages less than 5 s after the one before counted with that one. */
  outgoingMerged: number;
  /** Characters of the customer's messages whose length is known, and how many those are. */
  incomingCharacters: number;
  incomingMeasured: number;
  /** Characters of the replies whose length is known, and how many those are. */
  outgoingCharacters: number;
  outgoingMeasured: number;
  /** Every message so far is a closing one. */
  closingOnly: boolean;
  /** Its start was off duty. */
  offDuty: boolean;
  /** A time that its latency needs is not known to the second, or observation had a gap: counted, never timed. */
  uncertain: boolean;
  /** Who was on duty: of the reply where there is one, else of the start; null = 未指定. */
  person: string | null;
  /** Other turns open when it started; null while nobody has counted them. */
  pressure: number | null;
  /** When this browser brought the conversation to the front for it, and its first input; null = not seen. */
  openedAt: number | null;
  firstKeyAt: number | null;
}
