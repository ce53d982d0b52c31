import type { AlignableReading } from './types';

/** What each row of a window is, against the tail. */
export interface Correspondence {
  /** Row number → position in the tail. */
  pairs: Map<number, number>;
  /** First row that is certainly behind the tail; rows.length = none. */
  after: number;
  /** Rows that certainly stand in front of the tail: the first so many. */
  before: number;
  /** Rows between two known ones that the tail lacks. */
  between: number[];
  /** Entries in front of which messages are missing that nobody can place. */
  gapBefore: number[];
  /** Entries in front of which nothing is missing any more. */
  closedGaps: number[];
  /** What stands behind the tail need not follow it directly: something in between may be missing. */
  detached: boolean;
  /** Some rows can be explained in more than one way; nothing is said of them. */
  ambiguous: boolean;
  /** No row is known. */
  noOverlap: boolean;
  /** The pairs are beyond doubt, so that an observer's older token may give way to its newer one. */
  strong: boolean;
}

/** The rows that a reading shows, and where. */
export type Window = Pick<AlignableReading, 'rows' | 'readAt' | 'reachesEnd'>;
