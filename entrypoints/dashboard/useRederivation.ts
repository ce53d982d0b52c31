import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readRederivationProgress } from '@/lib/storage/liveQueries/rederivation';
import { useThrottledQuery } from './useThrottledQuery';

const read = async (database: ReadableDatabase) => readRederivationProgress(database);

/** How far figures by other rules are, live; null = none are being worked out. */
export function useRederivation(): { done: number; total: number } | null {
  const found = useThrottledQuery({ read });
  return found?.kind === 'value' ? found.value : null;
}
