/**
 * The message log that every figure is computed from: one entry per message or event, in the order of `at`, then of
 * position. The rules stand in docs/metrics.md; the field names are those of the metric cases.
 */

/** Who wrote a message, as the metrics see it. */
export type Author =
  /** The customer. */
  | 'customer'
  /** The agent typed or picked it. */
  | 'agent'
  /** A robot's draft that the agent let through. */
  | 'assist'
  /** Greeting, robot, off-line notice: sent by nobody. */
  | 'auto'
  /** Another agent of the shop. */
  | 'colleague';

/** What can happen to a conversation without a message. `checked` only lets limits and day changes take effect. */
export type ConversationEvent =
  | 'closed'
  | 'accepted'
  | 'transferredIn'
  | 'transferredOut'
  | 'robotHolds'
  | 'robotReleases'
  | 'checked';

/** What happens to the agent rather than to a conversation. */
export type DutyEvent = 'onDuty' | 'offDuty';

interface LogEntryBase {
  /** Milliseconds since the epoch, on one clock. */
  at: number;
  /** A second entry of the same conversation and id is the same message seen again, and is ignored. */
  id?: string;
  /** The time is not known to the second: the turn counts, its latency enters no figure. */
  uncertain?: boolean;
  /** The person on duty when it was recorded; null or absent = 未指定. */
  person?: string | null;
}

export interface MessageEntry extends LogEntryBase {
  conversationId: string;
  author: Author;
  /** A customer's message that needs no answer. */
  closing?: boolean;
  /** An agent's reply without substance. */
  perfunctory?: boolean;
  /** Taken back: as if it had never been sent. */
  recalled?: boolean;
  /** Number of characters, for the character figures; absent when it is not known. */
  length?: number;
  /** Of a reply: when its conversation was brought to the front, and the first input; null or absent = not seen. */
  openedAt?: number | null;
  firstKeyAt?: number | null;
}

export interface EventEntry extends LogEntryBase {
  conversationId: string;
  event: ConversationEvent;
}

export interface DutyEntry extends LogEntryBase {
  event: DutyEvent;
}

export type LogEntry = MessageEntry | EventEntry | DutyEntry;
export type ConversationEntry = MessageEntry | EventEntry;
