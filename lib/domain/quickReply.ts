/** A stored phrase with its shortcut. */
export interface QuickReply {
  id: string;
  /** Short code typed to find it; unique where not empty. */
  code: string;
  title: string;
  text: string;
  group: string;
  /** Position within its group. */
  order: number;
  /** Times inserted, and when last (ms; null = never). */
  uses: number;
  lastUsedAt: number | null;
}

/** A ranked quick reply for the customer's unanswered messages. */
export interface Suggestion {
  replyId: string;
  code: string;
  title: string;
  text: string;
  /** Higher is better; comparable within one answer only. */
  score: number;
}
