import type { WordLists } from './classify';
import type { Database } from './database';

/** What applying a reading needs besides the reading: the store, and what only the moment knows. */
export interface ApplyContext {
  database: Database;
  /** Gives a new entry's key. */
  newKey: () => string;
  /** On duty now; null = 未指定. */
  person: string | null;
  /** Whether message text may be stored (a retention of 0 days = no). */
  storeText: boolean;
  /** What classifies messages; absent = as shipped. */
  wordLists?: WordLists;
}

/** Which conversations a batch of readings changed, and from when on. */
export interface Changes {
  /** `at` = the earliest moment whose figures may differ now, ms. */
  note(conversationId: string, at: number): void;
}
