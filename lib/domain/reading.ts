/**
 * What the observer saw on a workbench's page, before anyone decides what it means. A reading is never a list of new
 * messages: it is what stands on the page now. The writer finds out what is new (lib/alignment).
 */

/** Who a row belongs to, as far as the page alone can tell. */
export type RowAuthor = 'customer' | 'own' | 'automatic' | 'assist' | 'colleague';

/** A system row that means something to the metrics. */
export type RowEvent = 'closed' | 'accepted' | 'transferredIn' | 'transferredOut' | 'robotHolds' | 'robotReleases';

/** A time that the workbench shows. `at` is the start of the shown unit: 14:03 is 14:03:00.000 with precision minute. */
export interface ShownTime {
  at: number;
  precision: 'second' | 'minute' | 'day';
}

export interface ReadingRow {
  /** null on an event row. */
  author: RowAuthor | null;
  /** null on a message row. */
  event: RowEvent | null;
  /** Only where the adapter declares ids unique within a conversation; else null. */
  id: string | null;
  /** Normalised text; null while the row stands there without its text. Images and cards read as '[图片]', '[卡片]'. */
  text: string | null;
  shown: ShownTime | null;
  /** When this observer saw the row arrive at the end of the list; null when it already stood there (history). */
  seenAt: number | null;
  /**
   * Follows one row through the life of one observer as long as its element can be followed; null where elements are
   * recycled. A hint for alignment, never an identity of its own.
   */
  token: string | null;
  /** Own rows: when the agent's send action (Enter, send button, insertion) preceded it; null when none was seen. */
  sendActionAt: number | null;
}

/** Which conversation something belongs to, as the page tells it. */
export interface ConversationRef {
  /** The adapter's key for it: an id, or a name where the workbench has no id. */
  key: string;
  keyedBy: 'id' | 'name';
  /** As shown; null when the page does not show it. */
  name: string | null;
}

/** Contiguous visible rows of the open conversation, in the workbench's order. */
export interface TranscriptReading {
  kind: 'transcript';
  /** The clock, read first in the observer's callback. */
  readAt: number;
  conversation: ConversationRef;
  rows: ReadingRow[];
  /** The last row of the reading is the last message of the conversation (the window is at the bottom). */
  reachesEnd: boolean;
  /** First reading of this conversation since the observer opened it: rows without `seenAt` are not arrivals. */
  baseline: boolean;
}

export interface ListItem {
  conversation: ConversationRef;
  /** The number in its unread badge; 0 without one; null where the page shows only a dot. */
  unread: number | null;
  active: boolean;
  /** The preview of its last message; null when not shown. */
  preview: string | null;
  /** The workbench's own wait clock, as the moment at which the wait began; null where there is none. */
  waitingSince: number | null;
  /**
   * What its badge shows, or gained by one, came just now: it entered the list while the observer watched, without
   * scrolling, or the workbench's own clock says so. Absent or false where that is not known.
   */
  arrived?: boolean;
}

/** The conversation list as it stands. Items with the same name under `keyedBy: name` are left out and reported. */
export interface ListReading {
  kind: 'list';
  readAt: number;
  items: ListItem[];
  /** Names that two conversations share at once, so that neither can be told from the other. */
  ambiguousNames: string[];
  /** The page is still loading for this observer: what its badges show, and gain, may have been written before. */
  baseline: boolean;
}

/** What the agent did: brought a conversation to the front, made the first input, sent. */
export interface ActivityReading {
  kind: 'activity';
  readAt: number;
  conversation: ConversationRef;
  action: 'opened' | 'firstKey' | 'send';
}

/** The wall clock moved by more than 1 s against performance.now(). */
export interface ClockStepReading {
  kind: 'clockStep';
  readAt: number;
  byMs: number;
}

export type NotReadingReason =
  | 'noTranscript'
  | 'noList'
  | 'noComposer'
  | 'loggedInElsewhere'
  | 'disconnected'
  | 'ownSendNotSeen'
  | 'tooManyMutations'
  /** Read, but the store does not take it: full, broken, or the worker does not answer. */
  | 'notStored'
  /** The origin was granted, but no adapter fits the page. */
  | 'noAdapter'
  /** Buyers use the same page, and the user has not said yet that they sell here. */
  | 'asksForSeller'
  /** The transcript stands there, and no row of it is recognised. */
  | 'noRows'
  /** Many rows, and all of one side: the other is taken for it, or for nothing. */
  | 'oneSide'
  /** The list marks another conversation as open than the transcript's head names. */
  | 'disagree';

const REPAIRABLE: readonly NotReadingReason[] = [
  'noTranscript',
  'noList',
  'noComposer',
  'ownSendNotSeen',
  'noAdapter',
  'noRows',
  'oneSide',
  'disagree',
];

/** Whether it is the page's markup that is not understood: teaching it anew can help. */
export function isRepairable(problem: NotReadingReason): boolean {
  return REPAIRABLE.includes(problem);
}

/** Whether the page is being read. Sent at each change; the heartbeat repeats it. */
export interface HealthReading {
  kind: 'health';
  readAt: number;
  /** null = reading. */
  problem: NotReadingReason | null;
  /** The last moment at which all was well, when that was before `readAt`: what is missing must be missing for a while. */
  since?: number;
}

export type Reading =
  | TranscriptReading
  | ListReading
  | ActivityReading
  | ClockStepReading
  | HealthReading
  | DutyReading;

/** The agent's own state as the workbench shows it: 在线, 小休, 挂起, 离线. */
export type WorkbenchDuty = 'online' | 'break' | 'suspended' | 'offline';

/** The account's own state. Sent when it is first read and at each change. */
export interface DutyReading {
  kind: 'duty';
  readAt: number;
  /** null = the page shows none, or one that is not known. */
  state: WorkbenchDuty | null;
}

/** One observer's life on one page: a tab, a frame, one load of the document. */
export interface Recorder {
  /** Random, new with each load of the content script. */
  id: string;
  workbenchId: string;
  /** Origin of the page. */
  origin: string;
  /** The agent's account and shop as the page shows them; null when it does not. */
  account: string | null;
  shop: string | null;
}
