import type { Adapter } from './types';

/** What the content script of a page leaves for the teaching script, which runs beside it in the same isolated world. */
export interface PageHandle {
  /** What reads the page now; null while nothing fits it. */
  adapter: Adapter | null;
  /** Takes the overlay off the page while teaching has its own there, and puts it back. */
  setAside(aside: boolean): void;
}

declare global {
  /** Set by the content script; the page itself cannot see it. */
  var miaohuiPage: PageHandle | undefined;
}
