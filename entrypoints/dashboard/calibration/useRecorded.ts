import { useCallback, useMemo } from 'react';
import type { Profile } from '@/lib/domain/profile';
import { dayStart, zoneOf } from '@/lib/metrics/zone';
import { readCoverage } from '@/lib/storage/liveQueries/coverage';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { deriverOf, readRecordedSpan } from '@/lib/storage/liveQueries/recordedSpan';
import { useThrottledQuery } from '../useThrottledQuery';

// Recording goes on while the page is open: days that are over do not change by it, and are not read anew.
const TABLES = ['platformImports', 'corrections'];

/** What was recorded since a day (YYYY-MM-DD), ready to be derived by any profile, and how much of each day that was. */
export function useRecorded(dates: readonly string[], profile: Profile) {
  const { timeZone, dayStartsAtMs } = profile;
  const key = dates.join();
  const read = useCallback(
    async (database: ReadableDatabase) => {
      const zone = zoneOf(timeZone);
      const startOf = (date: string, after = 0) =>
        dayStart(zone, Math.floor(Date.parse(date) / 86_400_000) + after, dayStartsAtMs);
      const all = key === '' ? [] : key.split(',');
      const first = [...all].sort()[0];
      if (first === undefined) return null;
      const span = await readRecordedSpan(database, startOf(first));
      const coverage = new Map<string, number | null>();
      for (const date of all) {
        const to = Math.min(startOf(date, 1), Date.now());
        coverage.set(date, await readCoverage(database, { from: startOf(date), to }));
      }
      return { span, coverage };
    },
    [key, timeZone, dayStartsAtMs],
  );
  const found = useThrottledQuery({ read, onlyFor: TABLES });
  const value = found?.kind === 'value' ? found.value : null;
  return useMemo(
    () =>
      value === null
        ? null
        : {
            coverage: value.coverage,
            derive: deriverOf(value.span),
            conversations: new Map(value.span.conversations.map((one) => [one.id, one])),
          },
    [value],
  );
}
