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
    add: (page) => attempt(addPage(page).then((outcome) => setAdded({ host: page.host, outcome }))),
  };
}

async function listPages(): Promise<OpenPage[] | null> {
  if (!(await browser.permissions.request({ permissions: [...TABS.permissions] }))) return null;
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap(({ id, title, url }) => {
    if (id === undefined || url === undefined) return [];
    const { protocol, hostname, host } = new URL(url);
    // Without the port: Firefox knows none in a pattern.
    return [{ tabId: id, title: title ?? host, host, pattern: `${protocol}//${hostname}/*` }];
  });
}

/** Asks for the one origin within the click; the background checks that the script is really there. */
async function addPage({ tabId, host, pattern }: OpenPage): Promise<AddResult['outcome']> {
  if (!(await browser.permissions.request({ origins: [pattern] }))) return 'refused';
  await browser.permissions.remove({ permissions: [...TABS.permissions] }).catch(() => undefined);
  await sendMessage('startRecording', { origin: host });
  const outcome = await sendMessage('recordPage', { tabId });
  if (outcome === 'teaching') {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  }
  return outcome;
}
