import { Database } from '../database';

/** The database as the pages have it: they read it live, and leave every change to the background. */
export function openForReading(): Database {
  return new Database();
}

/** That database, as readings are given it. */
export type ReadableDatabase = Database;
