/**
 * An adapter is data that says how to read one workbench. One reader (lib/observer) runs them all; nothing else in the
 * project knows a workbench's name. Selectors are ordered lists: the first that matches wins, the rest are fallbacks.
 */

/** Ordered fallbacks, most trusted first. */
export type Selectors = readonly string[];

/** How to take a string out of an element. */
export interface ValueRule {
  /** Where, within the base element; absent = the base element itself. */
  at?: Selectors;
  /** Attribute to read; absent = text content. */
  attribute?: string;
  /** Regular expression whose first group (or whole match) is the value. */
  match?: string;
}

/** A test on a row. All parts that are given must hold. */
export interface RowTest {
  /** The row itself matches. */
  self?: string;
  /** The row contains this. */
  has?: string;
  /** The row does not contain (and is not) this. */
  lacks?: string;
  /** An attribute value, read by the rule, matches this expression. */
  value?: ValueRule & { is: string };
  /** The row's normalised text matches this expression. */
  text?: string;
}

export interface TimeRule extends ValueRule {
  /**
   * How to read it: `iso` (a complete ISO 8601 time), `epochMs`, or a pattern of YYYY MM DD HH mm ss with literals in
   * between; missing parts are taken from today (never from the future).
   */
  format: 'iso' | 'epochMs' | (string & {});
  precision: 'second' | 'minute' | 'day';
}

export interface TranscriptRules {
  /** The element that holds the rows. Visible ones only. */
  list: Selectors;
  row: Selectors;
  /** The scroll box, to know whether the window is at the bottom; absent = nearest scrollable ancestor of the list. */
  scroller?: Selectors;
  /** First rule that holds decides. A row that none fits is not a message. */
  authors: readonly { author: 'customer' | 'own' | 'automatic' | 'assist' | 'colleague' | 'ignore'; when: RowTest }[];
  /** System rows that mean something. */
  events?: readonly {
    event: 'closed' | 'accepted' | 'transferredIn' | 'transferredOut' | 'robotHolds' | 'robotReleases';
    when: RowTest;
  }[];
  text: ValueRule & {
    /** Removed from a copy before reading: nested time, icon ligatures, translations. */
    without?: Selectors;
    /** Expression removed from the text ("Message:" prefixes). */
    strip?: string;
  };
  /** What stands for a message without text: an image, a card. */
  placeholders?: readonly { when: RowTest; text: string }[];
  /** Only where unique within a conversation, on every row that has it. `temporary`: ids that will be replaced. */
  id?: ValueRule & { temporary?: string };
  shown?: readonly TimeRule[];
  /** Elements are reused for other messages, or rows leave the DOM when scrolled: no tokens. */
  virtual?: boolean;
  /** `top` = sort by the style's top, not by DOM order. */
  order?: 'dom' | 'top';
}

export interface ListRules {
  list: Selectors;
  item: Selectors;
  key: ValueRule;
  keyedBy: 'id' | 'name';
  name: ValueRule;
  active?: RowTest;
  /** The unread number. A badge without a number reads as null. */
  unread?: ValueRule;
  preview?: ValueRule;
  /** The workbench's own wait clock. */
  wait?: ValueRule & { unit: 'chinese' | 'mm:ss' | 'epochMs' };
}

export interface Adapter {
  id: string;
  /** Name for the agent, by language. */
  name: { zh: string; en: string };
  /** Match patterns of fixed addresses; empty for products that every shop hosts at an address of its own. */
  matches: readonly string[];
  /** Elements that prove the product; all must be there. */
  signature?: Selectors;
  frames: 'top' | 'all';
  /** `confirmed` on a capture or a real application; `documented` from public code only. With its date. */
  status: { state: 'confirmed' | 'documented'; date: string };
  transcript: TranscriptRules;
  /** Which conversation is open; read from the page, not from the list, so that both can be compared. */
  open: { key: ValueRule; keyedBy: 'id' | 'name'; name: ValueRule };
  conversations: ListRules;
  composer: { field: Selectors; send?: Selectors; enterSends: boolean };
  account?: ValueRule;
  shop?: ValueRule;
  /** Dialogs and states in which the page cannot be read. */
  loggedInElsewhere?: RowTest & { at: Selectors };
  disconnected?: RowTest & { at: Selectors };
  /** The metric profile and target set of this workbench; absent = selfcoach and the general targets. */
  profile?: string;
}
