import { browser } from 'wxt/browser';
import type { DayCard } from '@/components/popup/popupProps';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { resolveLanguage } from '@/lib/i18n/translator';
import { dayOf } from '@/lib/metrics/dayOf';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { type GenerationView, readGeneration } from '@/lib/storage/liveQueries/generationView';
import { readLiveView, readYesterday } from '@/lib/storage/liveQueries/liveView';
import { openForReading, type ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';

/** What the popup read, or why it could not. */
export type PopupReading =
  | {
      kind: 'view';
      view: LiveView;
      yesterday: DayCard | null;
      customProfiles: Settings['customProfiles'];
      rederiving: GenerationView['rederiving'];
    }
  | { kind: 'broken'; reason: string };

/** The popup's eyes: the same database that the worker writes. */
export function openPopupDatabase(): {
  database: ReadableDatabase;
  /** Out of the database that a live query gives it. */
  read(from: ReadableDatabase, settings: Settings): Promise<PopupReading>;
  /** What was corrected by hand on the view's day. Read when it is asked for: the popup shows none. */
  readCorrections(view: LiveView, settings: Settings): Promise<DayCorrection[]>;
} {
  const database = openForReading();
  return {
    database,
    readCorrections: ({ profileId, at }, { customProfiles }) =>
      readDayCorrections(database, dayOf(profileOf(profileId, customProfiles), at)),
    async read(from, settings) {
      const language = resolveLanguage(settings.language, browser.i18n.getUILanguage());
      const options = {
        settings,
        now: Date.now(),
        workbenchName: (id: string) => workbenchName(id, language),
        workbenchProfile,
      };
      try {
        const view = await readLiveView(from, options);
        const yesterday = view.tabs.length === 0 ? await readYesterday(from, options) : null;
        const { settings: made, rederiving } = await readGeneration(from, settings);
        return { kind: 'view', view, yesterday, customProfiles: made.customProfiles, rederiving };
      } catch (error) {
        return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
