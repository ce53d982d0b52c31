import type { WorkbenchDuty } from '@/lib/domain/reading';

/**
 * An adapter is data that says how to read one workbench. One reader (lib/observer) runs them all; nothing else in the
 * project knows a workbench's name. Selectors are ordered lists: the first that matches wins, the rest are fallbacks.
 */

/**
 * Ordered fallbacks, most trusted first. `a >>> b` is a `b` inside the shadow root, open or closed, of an `a`, or inside
 * the document of a frame `a` of the same origin; `>>> b` begins at the base element itself. Such a selector has no comma.
 */
export type Selectors = readonly string[];

/** How to take a string out of an element. */
export interface ValueRule {
  /** The page's address instead of an element; `at` and `attribute` then mean nothing. */
  from?: 'address';
  /** Where, within the base element; absent = the base element itself. */
  at?: Selectors;
  /** Attribute to read; absent = text content. */
  attribute?: string;
  /** Only the element's own words, without those of the elements in it: a name before a badge. */
  ownText?: boolean;
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
  /**
   * Where it stands: whether the middle of the first element found (absent = the row itself) is left or right of the
   * middle of the row's nearest ancestor that fits `within` (absent = its parent). Needs layout.
   */
  stands?: { at?: Selectors; within?: string; side: 'left' | 'right' };
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
  /**
   * First rule that holds decides. A row that none fits is not a message. `previous` = the author of the message before:
   * of several in a row, only the first says whose they are.
   */
  authors: readonly {
    author: 'customer' | 'own' | 'automatic' | 'assist' | 'colleague' | 'previous' | 'ignore';
    when: RowTest;
  }[];
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
  /** The key of the conversation that a row says it belongs to. Rows of another one are passed over. */
  owner?: ValueRule;
  /** The page sometimes draws a message twice in a row: of neighbours equal in author, text and time, one is read. */
  doubled?: boolean;
  /** Only where unique within a conversation, on every row that has it. `temporary`: ids that will be replaced. */
  id?: ValueRule & { temporary?: string };
  shown?: readonly TimeRule[];
  /** Elements are reused for other messages, or rows leave the DOM when scrolled: no tokens. */
  virtual?: boolean;
  /**
   * `top` = sort by the style's top, not by DOM order; `turned` = the same, in a list that is turned upside down, so that
   * the newest row has the least offset; `reversed` = the newest row stands first in the DOM.
   */
  order?: 'dom' | 'top' | 'turned' | 'reversed';
}

export interface ListRules {
  list: Selectors;
  item: Selectors;
  key: ValueRule;
  keyedBy: 'id' | 'name';
  name: ValueRule;
  active?: RowTest;
  /** The unread number. A badge without a number reads as null, or, where a badge is `always` there, as 0. */
  unread?: ValueRule & { always?: boolean };
  /** Marks a conversation as unread without saying how much is unread. */
  unreadMark?: RowTest;
  preview?: ValueRule;
  /** The workbench's own wait clock. One that says how long is left counts down from `limitMs`. */
  wait?: ValueRule & { unit: 'chinese' | 'english' | 'mm:ss' | 'epochMs'; limitMs?: number };
}

/** What kind of editor a composer is, for inserting into it. */
export type ComposerKind = 'textField' | 'contentEditable' | 'quill' | 'proseMirror' | 'ckEditor' | 'custom';

export interface Adapter {
  id: string;
  /** Name for the agent, by language. */
  name: { zh: string; en: string };
  /** Match patterns of fixed addresses; empty for products that every shop hosts at an address of its own. */
  matches: readonly string[];
  /** Elements that prove the product; all must be there. */
  signature?: Selectors;
  /** Where its chat stands as documented: the page itself, or a frame of it. It is read wherever it is found. */
  frames: 'top' | 'all';
  /** `confirmed` on a capture or a real application; `documented` from public code only. With its date. */
  status: { state: 'confirmed' | 'documented'; date: string };
  /** `low` = known from one source, in part or old: expect to correct it. */
  confidence?: 'low';
  /** The page is the same for buyers. Nothing is recorded until the user has said that they sell here. */
  asksForSeller?: boolean;
  transcript: TranscriptRules;
  /** Which conversation is open; read from the page, not from the list, so that both can be compared. */
  open: { key: ValueRule; keyedBy: 'id' | 'name'; name: ValueRule };
  conversations: ListRules;
  composer: { field: Selectors; send?: Selectors; enterSends: boolean; kind?: ComposerKind };
  account?: ValueRule;
  shop?: ValueRule;
  /** The agent's own state; the first expression that the value matches decides. */
  duty?: ValueRule & { states: readonly { state: WorkbenchDuty; is: string }[] };
  /** Dialogs and states in which the page cannot be read. */
  loggedInElsewhere?: RowTest & { at: Selectors };
  disconnected?: RowTest & { at: Selectors };
  /** The metric profile and target set of this workbench; absent = selfcoach and the general targets. */
  profile?: string;
}
