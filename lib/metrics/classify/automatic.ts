/** How soon after the customer's message an own message must come to be suspected of being automatic, ms. */
export const automaticWithinMs = 1_500;
/** How often the same text must have come so. */
export const automaticTimes = 3;

/** What is known about an own-side message. */
export interface OwnMessage {
  /** The workbench marks it as automatic. */
  marked: boolean;
  /** The agent said of this message, or of this text, whether it is automatic; null = said nothing. */
  markedByAgent: boolean | null;
  /** A send action (Enter, click on send, insertion by us) was seen for it in this browser. */
  sendActionSeen: boolean;
  /** Since the customer's last message; null when there was none. */
  sinceCustomerMs: number | null;
  /** How often this text came so soon and without a send action, this time included. */
  sameTextTimes: number;
  /** The account is marked as shared by several people. */
  sharedAccount: boolean;
}

/** Who wrote an own-side message, and whether the agent should look at it. */
export interface OwnAuthor {
  author: 'agent' | 'auto' | 'colleague';
  review: boolean;
}

/**
 * Whether an own-side message is automatic (自动回复), in this order: the workbench marks it so; the agent marked it or
 * its text; no send action *and* within 1.5 s of the customer's message *and* the same text seen that way three times.
 * In doubt (no send action and as soon, but not yet three times) it is the agent's and flagged for review. On an
 * account shared by several people, a message without a send action here is a colleague's.
 */
export function authorOfOwn(message: OwnMessage): OwnAuthor {
  if (message.marked) return { author: 'auto', review: false };
  if (message.markedByAgent !== null) return { author: message.markedByAgent ? 'auto' : 'agent', review: false };
  if (message.sendActionSeen) return { author: 'agent', review: false };
  const soon = message.sinceCustomerMs !== null && message.sinceCustomerMs <= automaticWithinMs;
  if (soon && message.sameTextTimes >= automaticTimes) return { author: 'auto', review: false };
  if (message.sharedAccount) return { author: 'colleague', review: false };
  return { author: 'agent', review: soon };
}
