import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** The tab that the popup was opened over. */
export interface ActiveTab {
  tabId: number;
  /** Host of its page; null on a page of the browser's own, which nothing can be recorded on. */
  host: string | null;
  /** Match pattern of that host, as permissions are asked for; null with it. Without the port: Firefox knows none. */
  pattern: string | null;
  /** The browser lets us read it already. */
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
  if (!/^https?:/.test(url)) return { tabId, host: null, pattern: null, granted: false };
  const { protocol, hostname, host } = new URL(url);
  const pattern = `${protocol}//${hostname}/*`;
  return { tabId, host, pattern, granted: await browser.permissions.contains({ origins: [pattern] }) };
}
