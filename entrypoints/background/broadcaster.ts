import { browser } from 'wxt/browser';
import { sendMessage } from '@/lib/messaging/protocol';
import { badgeOf } from '@/lib/metrics/badge';
import type { Database } from '@/lib/storage/database';
import { livingRecorders } from '@/lib/storage/recorders';
import { showBadge } from './badge';
import type { LiveState } from './liveState';
import { recordingState, welcomeOf } from './recordingState';
import { remind } from './reminders';

/** At most this often per change of what the surfaces show: 40 customers writing at once are one refresh. */
const REFRESH_MS = 200;

export interface Broadcaster {
  /** Brings badge and overlays up to date soon; calls within a short time are one. */
  refresh(): void;
  /** Tells every workbench tab that consent, pause or language changed. */
  settingsChanged(): Promise<void>;
}

/** Sends what changed to the workbench tabs and the badge. The pages read the database themselves. */
export function createBroadcaster({ database, live }: { database: Database; live: LiveState }): Broadcaster {
  let pending = false;

  async function refreshNow(): Promise<void> {
    const view = await live.view();
    await showBadge(badgeOf(view, recordingState(await live.settings()), view.at));
    await remind(view, await live.settings());
    for (const recorder of await livingRecorders(database)) {
      const open = await live.open(recorder);
      const { id: recorderId, tabId } = recorder;
      // The overlay of a frame stands in the page around it.
      for (const frameId of new Set([recorder.frameId, 0]))
        sendMessage('viewChanged', { recorderId, view, open }, { tabId, frameId }).catch(ignoreGoneTab);
    }
  }

  return {
    refresh() {
      if (pending) return;
      pending = true;
      setTimeout(() => {
        pending = false;
        refreshNow().catch((error) => {
          // A store that cannot be read records nothing either: the icon has to say so.
          void showBadge({ text: '!', tone: 'stopped' });
          console.error('Badge and overlays could not be brought up to date:', error);
        });
      }, REFRESH_MS);
    },
    async settingsChanged() {
      live.forget();
      const settings = await live.settings();
      const data = welcomeOf(settings, live);
      // Every tab: a workbench may live in a frame of a page that was not allowed itself.
      for (const { id } of await browser.tabs.query({}))
        if (id !== undefined) sendMessage('recordingChanged', data, id).catch(ignoreGoneTab);
      this.refresh();
    },
  };
}

/** A tab that was closed or navigated has nobody who listens; its recorder ends by its own silence. */
function ignoreGoneTab(): void {}
