import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import type { Translator } from '@/lib/i18n/translator';
import type { GenerationView } from '@/lib/storage/liveQueries/generationView';

/** What every page of the dashboard is made from. */
export interface PageProps {
  settings: Settings;
  view: LiveView;
  /** By which rules the figures of the view were made. */
  generation: GenerationView;
  translator: Translator;
  /** Does something that can fail; the reason is shown above the page. */
  attempt: (action: Promise<unknown>) => void;
}
