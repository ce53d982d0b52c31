import { useEffect, useState } from 'react';
import type { Database } from '../database';
import { recordTables } from './recordTables';
import { watchTables } from './watchTables';

/** What was read, or why it could not be. */
export type QueryResult<T> = { kind: 'value'; value: T } | { kind: 'broken'; reason: string };

export interface ThrottledQuery<T> {
  database: Database;
  /**
   * Stable between renders (useCallback): a new function is a new question. What it reads of the database that it is
   * given is what it is read again for.
   */
  read: (database: Database) => Promise<T>;
  /** Reads again when one of these changed, whatever it reads; stable as well. Absent = when anything that it read did. */
  onlyFor?: readonly string[];
  /** Reads again when nothing changed for so long, ms; absent = never. */
  againMs?: number;
  /** Shortest time between two readings, ms; absent = 400. */
  everyMs?: number;
}

const EVERY_MS = 400;

/**
 * Reads the database and follows it, at most every 400 ms (or as asked), one reading at a time, and not at all while the page is
 * hidden: a dashboard left open behind a workbench costs the workbench nothing. null until the first answer.
 */
export function useThrottledQuery<T>({
  database,
  read,
  onlyFor,
  againMs,
  everyMs = EVERY_MS,
}: ThrottledQuery<T>): QueryResult<T> | null {
  const [result, setResult] = useState<QueryResult<T> | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const touched = new Set<string>(onlyFor);
    const recorded = onlyFor === undefined ? recordTables(database, (name) => touched.add(name)) : database;
    let running = false;
    let wanted = false;

    const run = async (): Promise<void> => {
      wanted = true;
      if (running || document.hidden) return;
      running = true;
      while (wanted && !signal.aborted) {
        wanted = false;
        const next = await attempt(() => read(recorded));
        if (!signal.aborted) setResult(next);
      }
      running = false;
    };

    watchTables(database, { tables: touched, everyMs, onChange: () => void run(), signal });
    const onVisible = () => {
      if (wanted) void run();
    };
    document.addEventListener('visibilitychange', onVisible, { signal });
    const timer = againMs === undefined ? null : setInterval(() => void run(), againMs);
    void run();
    return () => {
      life.abort();
      if (timer !== null) clearInterval(timer);
    };
  }, [database, read, onlyFor, againMs, everyMs]);
  return result;
}

async function attempt<T>(read: () => Promise<T>): Promise<QueryResult<T>> {
  try {
    return { kind: 'value', value: await read() };
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}
