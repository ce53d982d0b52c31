import { browser } from 'wxt/browser';
import { sendMessage } from '@/lib/messaging/protocol';
import type { Handlers } from './handlers';

/** The extension's keys: unfold or fold the overlay of the tab in front, go to the customer who has waited longest. */
export function listenToCommands(handlers: Handlers): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'nextWaiting') void handlers.showLongestWaiting();
    if (command === 'toggleOverlay' && tab?.id !== undefined) {
      sendMessage('toggleOverlay', {}, tab.id).catch(() => undefined);
    }
  });
}
