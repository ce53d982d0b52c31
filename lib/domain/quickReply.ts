/** Kinds of picture that a composer takes from a paste. */
export const ATTACHMENT_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** What goes with the text of a quick reply; a picture's bytes are stored apart, under its id. */
export type ReplyAttachment =
  | { kind: 'image'; id: string; name: string; type: (typeof ATTACHMENT_TYPES)[number]; bytes: number }
  | { kind: 'link'; url: string; title: string };

/** Largest picture of a quick reply, bytes: what every workbench takes from a paste. */
export const ATTACHMENT_MAX_BYTES = 3_000_000;
/** Most attachments of one quick reply. */
export const ATTACHMENTS_MAX = 9;

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
  /** When it came into the library, ms; null or absent = not known. */
  createdAt?: number | null | undefined;
  /** Pictures and links sent with it, in their order; absent or empty = none. */
  attachments?: ReplyAttachment[] | undefined;
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
