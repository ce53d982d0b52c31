import type { Adapter, Selectors } from '@/lib/workbenches/types';
import type { ObserverTimings } from './observer.types';
import { firstVisible } from './query';

/** What all parts of one observer share. */
export interface PageView {
  adapter: Adapter;
  document: Document;
  recorderId: string;
  timings: ObserverTimings;
  isVisible(element: Element): boolean;
  /** The first drawn element of the whole page that the selectors find. Remembered until `forget`. */
  find(selectors: Selectors): Element | null;
  /** Something outside the lists has changed: the parts of the page are to be looked up again. */
  forget(): void;
}

/** Looks parts of the page up once, for as long as they stay in it. */
export function createFinder(document: Document, isVisible: PageView['isVisible']): Pick<PageView, 'find' | 'forget'> {
  const found = new Map<Selectors, Element | null>();
  return {
    find(selectors) {
      const known = found.get(selectors);
      if (known === null || known?.isConnected) return known;
      const element = firstVisible(document, selectors, isVisible);
      found.set(selectors, element);
      return element;
    },
    forget() {
      found.clear();
    },
  };
}
