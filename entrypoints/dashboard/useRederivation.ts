import { readRederivationProgress } from '@/lib/storage/liveQueries/rederivation';
import { database } from './database';
import { useThrottledQuery } from './useThrottledQuery';

const TABLES = ['meta'];
const read = async () => readRederivationProgress(database);

/** How far figures by other rules are, live; null = none are being worked out. */
export function useRederivation(): { done: number; total: number } | null {
  const found = useThrottledQuery({ read, tables: TABLES });
  return found?.kind === 'value' ? found.value : null;
}
