import type { StoredEntry } from '@/lib/domain/entry';
import type { ReadingRow } from '@/lib/domain/reading';

/** A row of a transcript reading with its text already hashed by the writer: alignment never sees text. */
export interface AlignableRow extends Omit<ReadingRow, 'text'> {
  /** Keyed hash of the normalised text; null while the row stands there without its text. */
  textHash: string | null;
  /** Characters; null while the text is unknown. */
  length: number | null;
}

/** A transcript reading, ready to be compared with the stored tail. */
export interface AlignableReading {
  /** See TranscriptReading. */
  readAt: number;
  reachesEnd: boolean;
  baseline: boolean;
  rows: readonly AlignableRow[];
}

export interface AlignInput {
  /** The last entries of the conversation in the order of `seq`, provisional ones included. Empty = unknown to the store. */
  tail: readonly StoredEntry[];
  /** The tail begins with the conversation's first entry: rows in front of it are history that is not stored yet. */
  tailComplete: boolean;
  reading: AlignableReading;
  /**
   * The workbench's clock minus ours, in ms (see clockSkew.ts); shown times are corrected by it, and those to the second
   * are certain. null (default) = not measured: they are taken as they are, and are uncertain.
   */
  clockSkewMs?: number | null;
  /** Numbers of the rows that say what the list showed at an announcement, by the provisional entry's key (announcedRows). */
  announced?: ReadonlyMap<string, number>;
  /** Where the workbench's own wait clock says that the wait began; null = it has none. Default null. */
  waitingSince?: number | null;
}

/** What an entry that was recognised has gained: later text, a real id, a row for a provisional message. */
export type EntryChanges = Partial<
  Pick<
    StoredEntry,
    | 'seq'
    | 'at'
    | 'author'
    | 'id'
    | 'textHash'
    | 'length'
    | 'observedAt'
    | 'shownAt'
    | 'shownPrecision'
    | 'token'
    | 'afterGap'
    | 'provisional'
    | 'uncertain'
    | 'history'
  >
>;

/** A new entry; the writer adds what alignment cannot know (key, conversation, person, classification of the text). */
export type NewEntry = Omit<StoredEntry, 'key' | 'conversationId' | 'person' | 'closing' | 'perfunctory'>;

/** A part of the conversation that cannot be accounted for. */
export interface AlignmentGap {
  /** Last stored moment before it, and the moment of the reading. */
  from: number;
  to: number;
  /** `ambiguous`: the rows fit the stored tail in more than one way. `noOverlap`: nothing on the page is known. */
  reason: 'ambiguous' | 'noOverlap';
}

export interface AlignResult {
  /** Row number → key of the stored entry that it is. A bound provisional message is among them. */
  matched: { row: number; key: string; changes: EntryChanges | null }[];
  /** Row number → new entry, in the order of `seq`: arrivals, and history (`history: true`) in front of the tail. */
  inserted: { row: number; entry: NewEntry }[];
  /** Provisional messages that never had a row (the badge counted something else): to be deleted. */
  removed: string[];
  /** null when the reading was fully understood. */
  gap: AlignmentGap | null;
  /** Earliest `at` that changed in a way that figures can feel, before or after; null = nothing to derive again. */
  changedFrom: number | null;
  /** New customer's messages that were neither provisional nor history: to be added to `incomingTotal` (see badge.ts). */
  incomingAdded: number;
  /** Workbench's clock minus ours, from rows seen arriving with a time to the second (± 0.5 s each); may be empty. */
  skewSamplesMs: number[];
}

/** lib/alignment/align.ts */
export type Align = (input: AlignInput) => AlignResult;
