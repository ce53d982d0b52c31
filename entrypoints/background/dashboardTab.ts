import { browser } from 'wxt/browser';

/** Opens a page of the dashboard; the tab that shows it already comes to the front instead. */
export async function showDashboard(page: string): Promise<void> {
  const base = browser.runtime.getURL('/dashboard.html');
  const url = `${base}#${page}`;
  const open = (await browser.tabs.query({ url: `${base}*` }))[0];
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}
