import { browser } from 'wxt/browser';

const SCRIPT_ID = 'workbench';
const SCRIPT_FILE = '/content-scripts/workbench.js';

/**
 * Registers the content script for every granted origin, and starts it in the tabs that are already open: an agent who
 * presses 开始记录 at 9:00 does not have to reload a workbench, which could throw them off line.
 */
export async function registerContentScripts(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches: origins,
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  // Every tab: a granted page may stand in a frame of one that was not. Where nothing is granted, nothing is started.
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : startContentScriptIn(id))));
}

/** The script guards against a second copy of itself; a tab that cannot be reached (an error page) is left alone. */
export async function startContentScriptIn(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT_FILE] });
  } catch {
    // Discarded, crashed or browser-owned: the registered script starts when the agent opens it again.
  }
}
