import type { DutyState } from './duty';
import type { LiveFigures } from './figures';
import type { NotReadingReason } from './reading';
import type { Targets } from './target';

/** A customer who waits: an open turn, as the surfaces show it. */
export interface Waiting {
  conversationId: string;
  workbenchId: string;
  /** The adapter's key, to find the item in the workbench's own list. */
  conversationKey: string;
  /** Shortened name (王*萍). */
  name: string;
  shop: string | null;
  /** Start of the open turn, ms. */
  startedAt: number;
  /** The wait began before recording: shown with "≥". */
  atLeast: boolean;
  /** First turn of its session: 新. */
  first: boolean;
  /** Known from an earlier session: 老. Absent = not known. */
  returning?: boolean;
  /** Transferred in: 转. */
  transferred: boolean;
  /** Marked for follow-up: 跟. */
  followUp: boolean;
  /** Only closing messages: 可能不用回, last and light. */
  closingOnly: boolean;
  /** Number of the customer's messages in the turn. */
  incoming: number;
  /** Last unanswered text; null when unknown or when text is not stored. */
  preview: string | null;
  /** Number of the turn within the conversation's session, from 1. */
  turnNumber: number;
  /** Where the profile's limit for this wait lies, ms from the start (180,000; JD's first 30,000). */
  limitMs: number;
}

/** How the agent can mark a conversation: 成交, 未成, 跟进, 广告. */
export type Mark = 'ordered' | 'lost' | 'followUp' | 'advertiser';

/** What one workbench tab does. */
export type TabState =
  | { state: 'recording' }
  | { state: 'paused'; since: number }
  | { state: 'notReading'; since: number; problem: NotReadingReason }
  | { state: 'noConsent' };

export interface WorkbenchTab {
  tabId: number;
  /** Of the page that is read, which may be a frame's. */
  origin: string;
  windowId: number;
  workbenchId: string;
  /** Name in the user's words: 拼多多, 演练场. */
  workbenchName: string;
  account: string | null;
  shop: string | null;
  /** Neither the page nor the agent has named the shop, and the agent has not said to leave it. Absent = no. */
  asksForShop?: boolean;
  status: TabState;
}

/** Everything that overlay, popup and badge show of now. Sent to the overlay; the popup reads the same live. */
export interface LiveView {
  /** When it was made; clocks tick from the stored starts, not from this. */
  at: number;
  waiting: Waiting[];
  today: {
    figures: LiveFigures;
    /** More misses allowed today before the N-second rate falls under its target; negative = already over. */
    missBudget: number | null;
    /** Customers received today. */
    customers: number;
    /** Conversations with a message in the last 5 minutes. */
    receiving: number;
    /** 0..1; null when nothing was to be recorded. */
    coverage: number | null;
    /** Few turns that move the average by more than 20 %: how many, the longest, and the average without them. */
    outliers: { count: number; longestMs: number; averageWithoutMs: number } | null;
    uncertainTurns: number;
    /** Turns with a message that waits for the agent to say whether it is automatic, on every workbench. */
    reviewTurns: number;
  };
  targets: Targets;
  profileId: string;
  /** Of an edited copy: the built-in profile that it began as, whose words its figures have, and its own name. */
  basedOn?: string;
  profileName?: string;
  person: string | null;
  persons: string[];
  /** Who is on duty is to be asked: nobody has said since the browser was started, or since a long break. */
  askPerson: boolean;
  /** Whether the agent is on duty; `leftOut` = the profile counts what comes off duty apart. */
  duty: DutyState & { leftOut: boolean };
  tabs: WorkbenchTab[];
}
