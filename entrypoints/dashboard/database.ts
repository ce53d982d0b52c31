import { openForReading } from '@/lib/storage/liveQueries/openForReading';

/** The dashboard's eyes: the same database that the worker writes. */
export const database = openForReading();
