import type { LiveView, Waiting } from '@/lib/domain/live';

/** Every shop that a tab or a waiting customer belongs to. */
export function shopsOf(view: Pick<LiveView, 'tabs' | 'waiting'>): string[] {
  const shops = [...view.tabs.map((tab) => tab.shop), ...view.waiting.map((wait) => wait.shop)];
  return [...new Set(shops.filter((shop): shop is string => shop !== null))].sort((a, b) => a.localeCompare(b));
}

/** Who waits, as a list shows it: with one shop alone its name tells nothing, and the customer's words need the room. */
export function listedWaiting(view: Pick<LiveView, 'tabs' | 'waiting'>): readonly Waiting[] {
  return shopsOf(view).length > 1 ? view.waiting : view.waiting.map((wait) => ({ ...wait, shop: null }));
}
