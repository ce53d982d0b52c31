/** A stored phrase with its shortcut. Fields that may be absent came later: absent = the plain case. */
export interface QuickReply {
  id: string;
  /** Short code typed to find it; unique where not empty. */
  code: string;
  title: string;
  text: string;
  /** Nested one level: `发货物流/快递`. */
  group: string;
  /** Position within its group. */
  order: number;
  /** Times inserted, and when last (ms; null = never). */
  uses: number;
  lastUsedAt: number | null;
  /** Further texts that say the same, so that a customer does not read one line twice; absent = only `text`. */
  variants?: string[] | undefined;
  /** Shops that it belongs to, by name; absent or empty = all shops. */
  shops?: string[] | undefined;
  favourite?: boolean | undefined;
  /** Span in which it is valid, ms: from inclusive, until exclusive; null or absent = open on that side. */
  validFrom?: number | null | undefined;
  validUntil?: number | null | undefined;
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
