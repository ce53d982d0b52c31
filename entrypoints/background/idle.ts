import { storage } from 'wxt/utils/storage';
import type { Reading } from '@/lib/domain/reading';

/** After so long without a hand on any workbench, somebody else may sit there, ms. */
const IDLE_MS = 4 * 3_600_000;
/** The last moment of work is written down at most this often, ms. */
const NOTE_MS = 60_000;

/** Outlives the worker, not the browser: its start is asked for by itself. */
const memory = storage.defineItem<number | null>('session:activeAt', { fallback: null });

/** Whether somebody opened, typed or sent again for the first time after hours. Notes the moment of work. */
export async function isBackAfterHours(readings: readonly Reading[]): Promise<boolean> {
  const at = Math.max(...readings.map(({ kind, readAt }) => (kind === 'activity' ? readAt : Number.NEGATIVE_INFINITY)));
  if (!Number.isFinite(at)) return false;
  const before = await memory.getValue();
  if (before === null || at - before > NOTE_MS) await memory.setValue(at);
  return before !== null && at - before >= IDLE_MS;
}
