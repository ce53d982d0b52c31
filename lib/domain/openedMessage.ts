import type { Author, ConversationEvent, DutyEvent } from './logEntry';

/** What of a message the agent can correct. */
export type CorrectableField = 'author' | 'closing' | 'perfunctory';

/** What the agent says a message is: one of these, the rest stays as it is. */
export type EntryChange =
  /** Typed by a person, sent by nobody, or written by another agent; of own-side messages. */
  | { author: 'agent' | 'auto' | 'colleague' }
  /** Needs no answer; of customers' messages. */
  | { closing: boolean }
  /** Without substance; of replies. */
  | { perfunctory: boolean };

/** One message of an opened turn, with all that was made of it. */
export interface OpenedMessage {
  key: string;
  at: number;
  author: Author;
  /** null when it is not stored, or not any more. */
  text: string | null;
  recalled: boolean;
  /** It may be automatic: sent by nobody in this browser, right after the customer's message. */
  review: boolean;
  /** How `at` is known: seen arriving, shown by the workbench to the second, or not to the second. */
  precision: 'seen' | 'shown' | 'uncertain';
  /** Whether it counts as closing; or why it does not although its text is a closing one. */
  closing: 'no' | 'yes' | 'afterQuestion' | 'beginsSession';
  perfunctory: boolean;
  /** Of a reply: when its conversation was brought to the front, and the first input, ms; null = not seen. */
  openedAt: number | null;
  firstKeyAt: number | null;
  /**
   * Of an own-side message: the mark (its number) that makes its text automatic on this account; null = it is not marked;
   * absent = it cannot be: no text is known of it, or the workbench itself marks it.
   */
  textMark?: number | null;
  /** A robot held the conversation: it belongs to no turn. */
  held?: true;
  /** By field, the agent's last correction of it that still holds. */
  corrected: Partial<Record<CorrectableField, number>>;
}

/** What happened among the messages of an opened turn. `checked` stands there only where it ended the turn. */
export interface OpenedEvent {
  key: string;
  at: number;
  event: ConversationEvent | DutyEvent;
}

/** One line of an opened turn. */
export type OpenedLine = OpenedMessage | OpenedEvent;

/** Whether a line is a message. */
export function isMessage(line: OpenedLine): line is OpenedMessage {
  return 'author' in line;
}
