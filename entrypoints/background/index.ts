import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { watchSettings } from '@/lib/settings/settingsStore';
import { Database } from '@/lib/storage/database';
import { createHasherSource } from '@/lib/storage/hasherSource';
import { seedQuickReplies } from '@/lib/storage/quickReplies';
import { startAlarms } from './alarms';
import { createBroadcaster } from './broadcaster';
import { listenToCommands } from './commands';
import { registerContentScripts } from './contentScripts';
import { showDashboard } from './dashboardTab';
import { createHandlers } from './handlers';
import { listen } from './listen';
import { createLiveState } from './liveState';
import { createRederiver } from './rederiver';
import { listenToNotifications } from './reminders';

/**
 * The composition root: builds the objects, hands them to each other and registers every listener in the first tick,
 * because a worker that was woken gets only what it listens for by then. Nothing is decided here.
 */
export default defineBackground({
  type: 'module',
  main() {
    const database = new Database();
    const hasher = createHasherSource(database);
    const live = createLiveState({ database });
    const broadcaster = createBroadcaster({ database, live });
    const rederiver = createRederiver({ database, live, broadcaster });
    const handlers = createHandlers({ database, hasher, live, broadcaster, rederiver, now: () => Date.now() });

    listen(handlers);
    listenToCommands(handlers);
    startAlarms(handlers);
    listenToNotifications((conversationId) => void handlers.showConversation({ conversationId }));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void registerContentScripts();
      if (reason === 'install') void showDashboard('welcome');
    });
    browser.runtime.onStartup.addListener(() => {
      void registerContentScripts();
      void handlers.askPerson();
    });
    browser.permissions.onAdded.addListener(() => void registerContentScripts());
    browser.permissions.onRemoved.addListener(() => void registerContentScripts());
    browser.tabs.onRemoved.addListener((tabId) => void handlers.tabClosed(tabId));
    watchSettings(() => {
      void broadcaster.settingsChanged();
      rederiver.check();
    });

    seedQuickReplies(database, Date.now()).catch((error) =>
      console.error('The starter library could not be stored:', error),
    );
    void broadcaster.refresh();
    void handlers.retimeEntries();
    rederiver.check();
  },
});
