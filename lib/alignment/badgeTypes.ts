import type { StoredEntry } from '@/lib/domain/entry';
import type { ListItem } from '@/lib/domain/reading';
import type { NewEntry } from './types';

/** What one recorder's list last showed for one conversation. Kept per recorder and conversation. */
export interface BadgeState {
  /** The badge; null = a dot without a number. */
  unread: number | null;
  /** `incomingTotal` that this badge accounts for. */
  total: number;
  /** The conversation was open in that tab: its rows were read, its badge stood still. */
  active: boolean;
  /** `readAt` of the list reading. An older reading that comes again changes nothing. */
  at: number;
}

export interface BadgeInput {
  item: ListItem;
  /** See ListReading. */
  readAt: number;
  /** See ListReading: messages that are announced now have no certain time. Absent = false. */
  baseline?: boolean;
  /** What this recorder's list showed before; null = it never showed this conversation. */
  previous: BadgeState | null;
  /**
   * Customer's messages ever recorded for the conversation over all tabs, provisional ones included, history not.
   * Monotone: the writer adds BadgeResult.inserted.length and AlignResult.incomingAdded, and nothing else. 0 = unknown.
   */
  incomingTotal: number;
  /** As for alignment. Needed only when `badgeMoved` says so; else it may be empty. */
  tail: readonly StoredEntry[];
  /**
   * `readAt` of this recorder's list reading before this one, for any conversation: what other tabs recorded before that
   * did not move this badge. Absent or null = not known; `previous.at` then stands for it.
   */
  listReadAt?: number | null;
}

export interface BadgeResult {
  /** Provisional messages, in order, to be stored at the end of the conversation. */
  inserted: NewEntry[];
  /** Messages that another tab recorded, and that this badge had shown before that: key → when it was first seen. */
  earlier: { key: string; at: number }[];
  /** To be kept for this recorder and conversation. */
  state: BadgeState;
  /** As AlignResult.changedFrom. */
  changedFrom: number | null;
}

/** lib/alignment/badge.ts */
export type BadgeGrowth = (input: BadgeInput) => BadgeResult;

/** lib/alignment/badge.ts: whether the badge can have changed anything, so that the tail is worth reading. Cheap. */
export type BadgeMoved = (input: Pick<BadgeInput, 'item' | 'readAt' | 'previous'>) => boolean;
