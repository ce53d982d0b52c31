import type { WordLists } from './classify';
import type { Database } from './database';
import type { Loaded } from './derive';

/** What applying a reading needs besides the reading: the store, and what only the moment knows. */
export interface ApplyContext {
  database: Database;
  /** The live generation, as far as is known before the transaction. */
  generation: number;
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
  /**
   * Writes that nothing waits for before the end of the batch. They are made before anything else is read, or while
   * derivation reads what does not depend on them.
   */
  write(write: () => Promise<unknown>): void;
  /**
   * `at` = the earliest moment whose figures may differ now, ms. `loaded` = what was read of the conversation on the
   * way, as it stands now; it holds only while nothing else of the batch changes the same conversation.
   */
  note(conversationId: string, at: number, loaded?: Loaded): void;
}
