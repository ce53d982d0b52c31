import type { PageView } from './page';
import { lastMatching, rootsOn, workingSelector } from './query';

const INTO = '>>>';
/** Rows and items whose own roots are followed. */
const MOST_PARTS = 200;

/**
 * Finds the shadow roots and frames into which an adapter's selectors go: nothing outside of them hears what happens
 * inside, so each must be listened to by itself. They come and go with the page.
 */
export class RootWatch {
  #page: PageView;
  #onRoot: (root: ShadowRoot | Document) => void;
  #known = new WeakSet<Node>();
  #ofPage: string[];
  #ofRows: string[];
  #ofItems: string[];

  constructor(page: PageView, onRoot: (root: ShadowRoot | Document) => void) {
    this.#page = page;
    this.#onRoot = onRoot;
    const { transcript, conversations, ...rest } = page.adapter;
    const { list: rows, row, scroller, ...ofRows } = transcript;
    const { list: items, item, ...ofItems } = conversations;
    this.#ofPage = deep([rows, scroller, items, { ...rest, name: null, matches: null }]);
    this.#ofRows = deep([row, ofRows]);
    this.#ofItems = deep([item, ofItems]);
  }

  /** Whether the adapter goes into any root at all. */
  get isNeeded(): boolean {
    return this.#ofPage.length + this.#ofRows.length + this.#ofItems.length > 0;
  }

  /** Looks for roots that were not there before; true when there were any. */
  refresh(): boolean {
    if (!this.isNeeded) return false;
    const { document, adapter } = this.#page;
    const { transcript, conversations } = adapter;
    const fresh = this.#ofPage.flatMap((selector) => this.#take(rootsOn(document, selector)));
    for (const [list, part, selectors] of [
      [transcript.list, transcript.row, this.#ofRows],
      [conversations.list, conversations.item, this.#ofItems],
    ] as const) {
      const box = selectors.length > 0 ? this.#page.find(list) : null;
      if (!box) continue;
      fresh.push(...part.flatMap((selector) => this.#take(rootsOn(box, selector))));
      const working = workingSelector(box, part);
      const parts = working === null ? [] : lastMatching(box, working, MOST_PARTS);
      for (const one of parts) for (const selector of selectors) fresh.push(...this.#take(rootsOn(one, selector)));
    }
    return fresh.length > 0;
  }

  #take(roots: readonly (ShadowRoot | Document)[]): (ShadowRoot | Document)[] {
    return roots.filter((root) => {
      if (this.#known.has(root)) return false;
      this.#known.add(root);
      this.#onRoot(root);
      return true;
    });
  }
}

/** Every selector in a part of an adapter that goes into a root. */
function deep(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(INTO) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(deep))];
}
