import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { sendMessage } from '@/lib/messaging/protocol';

/** The tab that the popup was opened over. */
export interface ActiveTab {
  tabId: number;
  /**
   * Host of its page, or, when that may be read already, of a frame that fills most of it and may not; null on a page of
   * the browser's own, which nothing can be recorded on.
   */
  host: string | null;
  /**
   * Match patterns of the page and such frames, as permissions are asked for; empty without a host. Without the port:
   * Firefox knows none.
   */
  patterns: string[];
  /** The browser lets us read the page, and its large frames too. */
  pageGranted: boolean;
  granted: boolean;
}

/** The tab in front; null until it is known. */
export function useActiveTab(): ActiveTab | null {
  const [active, setActive] = useState<ActiveTab | null>(null);
  useEffect(() => {
    void readActiveTab().then(setActive);
  }, []);
  return active;
}

async function readActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const { id: tabId, url = '' } = tab;
  if (!/^https?:/.test(url)) return { tabId, host: null, patterns: [], pageGranted: false, granted: false };
  const pages = [url, ...(await sendMessage('largeFrames', { tabId }))].map((address) => {
    const { protocol, hostname, host } = new URL(address);
    return { host, pattern: `${protocol}//${hostname}/*` };
  });
  const asked = await Promise.all(
    pages.map(async (page) => ({ ...page, may: await browser.permissions.contains({ origins: [page.pattern] }) })),
  );
  const missing = asked.find(({ may }) => !may);
  return {
    tabId,
    host: (missing ?? asked[0])?.host ?? null,
    patterns: [...new Set(pages.map(({ pattern }) => pattern))],
    pageGranted: asked[0]?.may === true,
    granted: missing === undefined,
  };
}
