import { useCallback } from 'react';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import type { Language } from '@/lib/i18n/translator';
import { type GenerationView, readGeneration } from '@/lib/storage/liveQueries/generationView';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import type { QueryResult } from '@/lib/storage/liveQueries/useThrottledQuery';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { useThrottledQuery } from './useThrottledQuery';

/** The N-second rates and the day itself move on without a message. */
const AGAIN_MS = 20_000;

/** What popup and overlay show as well, and by which rules it was made. */
export interface LiveReading {
  view: LiveView;
  generation: GenerationView;
}

/** Today's figures, targets, tabs. null until it is read. */
export function useLiveView(settings: Settings | null, language: Language): QueryResult<LiveReading | null> | null {
  const read = useCallback(
    async (database: ReadableDatabase) => {
      if (settings === null) return null;
      const view = await readLiveView(database, {
        settings,
        now: Date.now(),
        workbenchName: (id) => workbenchName(id, language),
        workbenchProfile,
      });
      return { view, generation: await readGeneration(database, settings) };
    },
    [settings, language],
  );
  return useThrottledQuery({ read, againMs: AGAIN_MS });
}
