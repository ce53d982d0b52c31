import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { AddResult, OpenPage } from '@/components/dashboard/workbenches/AddCard';
import { sendMessage } from '@/lib/messaging/protocol';

/** Titles and addresses of tabs: asked for on the click that wants the list, and given back after the choice. */
const TABS = { permissions: ['tabs'] } as const;

/** The open pages that can be added, and what became of the one that was chosen. */
export function useOpenPages(attempt: (action: Promise<unknown>) => void): {
  pages: OpenPage[] | null;
  added: AddResult | null;
  list: () => void;
  add: (page: OpenPage) => void;
} {
  const [pages, setPages] = useState<OpenPage[] | null>(null);
  const [added, setAdded] = useState<AddResult | null>(null);
  return {
    pages,
    added,
    list: () => attempt(listPages().then(setPages)),
    add: (page) => attempt(addPage(page).then(setAdded)),
  };
}

/** Without the port: Firefox knows none in a pattern. */
function patternOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

async function listPages(): Promise<OpenPage[] | null> {
  if (!(await browser.permissions.request({ permissions: [...TABS.permissions] }))) return null;
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap(({ id, title, url }) => {
    if (id === undefined || url === undefined) return [];
    const address = new URL(url);
    return [{ tabId: id, title: title ?? address.host, host: address.host, patterns: [patternOf(address)] }];
  });
}

/**
 * Asks for the one origin within the click; the background checks that the script is really there. A chat may live in a
 * large frame of another origin: that one is asked for by a click of its own, for a click is good for one question.
 */
async function addPage(page: OpenPage): Promise<AddResult> {
  const { tabId, host, patterns } = page;
  const result = (outcome: AddResult['outcome'], frame: AddResult['frame'] = null) => ({ host, outcome, frame });
  if (!(await browser.permissions.request({ origins: [...patterns] }))) return result('refused');
  await browser.permissions.remove({ permissions: [...TABS.permissions] }).catch(() => undefined);
  const missing = await missingFrame(tabId);
  if (missing !== null && page.frameHost === undefined) {
    return result('frame', { ...page, frameHost: missing.host, patterns: [...patterns, patternOf(missing)] });
  }
  await sendMessage('startRecording', { origin: host });
  const outcome = await sendMessage('recordPage', { tabId });
  if (outcome === 'teaching') {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  }
  return result(outcome);
}

/** Address of a large frame that we are not let into; null = there is none. */
async function missingFrame(tabId: number): Promise<URL | null> {
  for (const frame of await sendMessage('largeFrames', { tabId })) {
    const address = new URL(frame);
    if (!(await browser.permissions.contains({ origins: [patternOf(address)] }))) return address;
  }
  return null;
}
