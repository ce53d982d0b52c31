import Dexie from 'dexie';
import type { Database } from '../database';

/** What of the database to watch, and how often to say so. */
export interface WatchOptions {
  /** Looked at when something changed: it may grow meanwhile. */
  tables: Iterable<string>;
  /** Shortest time between two calls, ms. */
  everyMs: number;
  onChange: () => void;
  signal: AbortSignal;
}

/**
 * Calls back after commits that touched one of the tables, from whichever context: at once for the first, then at most
 * once in `everyMs`, the last change never lost. Five hundred writes in a second are a few readings, not five hundred.
 */
export function watchTables(database: Database, { tables, everyMs, onChange, signal }: WatchOptions): void {
  const prefixes = () => [...tables].map((table) => `idb://${database.name}/${table}/`);
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let missed = false;

  const call = (): void => {
    missed = false;
    waiting = setTimeout(() => {
      waiting = null;
      if (missed) call();
    }, everyMs);
    onChange();
  };
  const onMutated = (parts: object): void => {
    // `all` stands for everything: another version of the extension changed the database.
    const watched = prefixes();
    const touched = Object.keys(parts).some(
      (part) => part === 'all' || watched.some((prefix) => part.startsWith(prefix)),
    );
    if (!touched) return;
    if (waiting === null) call();
    else missed = true;
  };

  Dexie.on.storagemutated.subscribe(onMutated);
  signal.addEventListener(
    'abort',
    () => {
      Dexie.on.storagemutated.unsubscribe(onMutated);
      if (waiting !== null) clearTimeout(waiting);
    },
    { once: true },
  );
}
