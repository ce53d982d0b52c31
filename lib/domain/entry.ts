import type { Author, ConversationEvent } from './logEntry';

/**
 * One stored message or event of a conversation: what the store keeps of it for ever, without its text.
 * Invariant: within a conversation `at` never decreases with `seq`.
 */
export interface StoredEntry {
  /** Given once by the writer, never recomputed. */
  key: string;
  conversationId: string;
  /** Order within the conversation. Not contiguous; history in front counts down. */
  seq: number;
  /** The time that the metrics use. */
  at: number;
  /** null on an event. */
  author: Author | null;
  /** null on a message. */
  event: ConversationEvent | null;
  /** The workbench's id, where unique. */
  id: string | null;
  /** Keyed hash of the normalised text; null while the text is unknown (a provisional message, a row without text). */
  textHash: string | null;
  /** Characters; null while the text is unknown. */
  length: number | null;
  /** When we saw it arrive; null when we did not. */
  observedAt: number | null;
  /** What the workbench shows. */
  shownAt: number | null;
  shownPrecision: 'second' | 'minute' | 'day' | null;
  /** The last hint by which an observer followed it; see ReadingRow.token. */
  token: string | null;
  /** Known only from the list's badge so far: its text and row are still to come. */
  provisional: boolean;
  /** Stood there before recording began: known for alignment, in no figure. */
  history: boolean;
  /** Messages that were not recorded may stand in front of it: what is shown between it and the entry before fits nowhere. */
  afterGap?: boolean;
  /** `at` is not known to the second. */
  uncertain: boolean;
  closing: boolean;
  perfunctory: boolean;
  recalled: boolean;
  /** What changed word lists take it for, from a generation of figures on; absent = the same in all. */
  reclassified?: { generation: number; closing: boolean; perfunctory: boolean };
  /** What the agent corrected: nothing else changes it any more. */
  corrected?: readonly ('author' | 'closing' | 'perfunctory')[];
  /** An agent's message that asks something: a "好的" after it needs an answer. */
  asks?: boolean;
  /** Own messages: when the conversation had been brought to the front, and the composer first touched; null = unseen. */
  openedAt?: number | null;
  firstKeyAt?: number | null;
  /** Own messages: a send action was seen for it in this browser; absent = nothing is known of its sending. */
  sent?: boolean;
  /** Own messages: it may be automatic, and the agent should look at it. */
  review?: true;
  /** The account's person on duty when it was recorded; null = 未指定. */
  person: string | null;
}
