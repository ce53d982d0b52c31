import { useCallback } from 'react';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import type { Language } from '@/lib/i18n/translator';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { database } from './database';
import { type QueryResult, useThrottledQuery } from './useThrottledQuery';

const TABLES = ['turns', 'rollups', 'conversations', 'recorders', 'gaps', 'meta'];
/** The N-second rates and the day itself move on without a message. */
const AGAIN_MS = 20_000;

/** What popup and overlay show as well: today's figures, targets, tabs. null until it is read. */
export function useLiveView(settings: Settings | null, language: Language): QueryResult<LiveView | null> | null {
  const read = useCallback(async () => {
    if (settings === null) return null;
    return readLiveView(database, {
      settings,
      now: Date.now(),
      workbenchName: (id) => workbenchName(id, language),
      workbenchProfile,
    });
  }, [settings, language]);
  return useThrottledQuery({ read, tables: TABLES, againMs: AGAIN_MS });
}
