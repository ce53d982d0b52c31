import {
  type QueryResult,
  type ThrottledQuery,
  useThrottledQuery as useQuery,
} from '@/lib/storage/liveQueries/useThrottledQuery';
import { database } from './database';

/** Reads the dashboard's database and follows it; see lib/storage/liveQueries/useThrottledQuery.ts. */
export function useThrottledQuery<T>(query: Omit<ThrottledQuery<T>, 'database'>): QueryResult<T> | null {
  return useQuery({ database, ...query });
}
