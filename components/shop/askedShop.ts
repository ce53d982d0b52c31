import type { WorkbenchTab } from '@/lib/domain/live';

/** The tab whose shop is to be asked for: the one in front, else the first; one question at a time. */
export function askedShop(tabs: readonly WorkbenchTab[], front: WorkbenchTab | null = null): WorkbenchTab | null {
  const asking = tabs.filter(({ asksForShop, status }) => asksForShop === true && status.state === 'recording');
  return asking.find(({ tabId }) => tabId === front?.tabId) ?? asking[0] ?? null;
}

/** The host of a tab's page. */
export function hostOf({ origin }: WorkbenchTab): string {
  return origin.replace(/^https?:\/\//, '');
}
