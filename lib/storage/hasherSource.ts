import type { Database } from './database';
import { ensureSecret } from './meta';
import { createTextHasher, type TextHasher } from './textHash';

/** Gives the installation's text hasher; a database that could not be read is tried again at the next call. */
export function createHasherSource(database: Database): () => Promise<TextHasher> {
  let hasher: Promise<TextHasher> | null = null;
  return () => {
    hasher ??= ensureSecret(database)
      .then(createTextHasher)
      .catch((error) => {
        hasher = null;
        throw error;
      });
    return hasher;
  };
}
