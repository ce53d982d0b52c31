import type { Worker } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import type { LaunchedExtension } from './launch';

/** Inside the worker. */
declare const chrome: typeof Browser;

/** Text on the extension's icon. */
export function badgeText(worker: Worker): Promise<string> {
  return worker.evaluate(() => chrome.action.getBadgeText({}));
}

/** Puts a text on the icon, past the extension's own code. */
export async function writeBadgeText(worker: Worker, text: string): Promise<void> {
  await worker.evaluate((given) => chrome.action.setBadgeText({ text: given }), text);
}

/** Address of the tab in front. */
export function activeTabUrl(worker: Worker): Promise<string | undefined> {
  return worker.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return active?.url;
  });
}

/** Forgets everything recorded, and where the overlay stood; consent and the other settings stay. */
export async function forgetRecords(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings?: { overlay: object } }>('settings');
    if (settings !== undefined) {
      await chrome.storage.local.set({ settings: { ...settings, overlay: { ...settings.overlay, places: {} } } });
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('miaohui');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = [...database.objectStoreNames].filter((name) => name !== 'meta' && name !== 'quickReplies');
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) transaction.objectStore(name).clear();
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  });
}

/** Forgets what was taught and repaired. */
export async function forgetTaught(worker: Worker): Promise<void> {
  await worker.evaluate(() => chrome.storage.local.remove('ownAdapters'));
}

/** Loads the extension anew, as an update does: the worker goes, and the pages keep the old script. */
export async function reloadExtension(extension: LaunchedExtension): Promise<void> {
  const { context, serviceWorker } = extension;
  const next = context.waitForEvent('serviceworker', { timeout: 10_000 });
  await serviceWorker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  extension.serviceWorker = await next;
}

/** Changes settings past the extension's own code; the extension hears of it as of any change. */
export async function changeSettings(worker: Worker, change: Record<string, unknown>): Promise<void> {
  await worker.evaluate(async (given) => {
    const { settings } = await chrome.storage.local.get<{ settings?: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, ...given } });
  }, change);
}

/** The settings as they are stored. */
export async function storedSettings(worker: Worker): Promise<Record<string, unknown>> {
  return worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings?: Record<string, unknown> }>('settings');
    return settings ?? {};
  });
}

/** What the browser does when a key of the extension is pressed: no debugger can press keys of the browser's own. */
export async function pressCommand(worker: Worker, command: 'toggleOverlay' | 'nextWaiting'): Promise<void> {
  await worker.evaluate((name) => {
    const event = chrome.commands.onCommand as unknown as { dispatch(command: string): void };
    event.dispatch(name);
  }, command);
}
