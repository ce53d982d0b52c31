import type { ListItem, ListReading } from '@/lib/domain/reading';
import { ElementCache } from './elementCache';
import { FreshWaits } from './freshWaits';
import type { PageView } from './page';
import { lastMatching, workingSelector } from './query';
import { distinctItems, readItem } from './readList';
import { holdsNode } from './roots';

/** Far more than any workbench shows at once. */
const MOST_ITEMS = 2000;
/** More than this at once are loaded, not new. */
const MOST_ARRIVALS = 2;
/** A list that stood still for so long has loaded … */
const QUIET_MS = 1000;
/** … and one that never stands still has, after this. */
const LOADED_AFTER_MS = 10_000;
/** Items that come within this after scrolling came into sight. */
const SCROLL_MS = 1000;

/** Watches the conversation list and says what it shows whenever that has changed. */
export class ListWatch {
  #page: PageView;
  #cache = new ElementCache<{ item: ListItem | null }>();
  #known = new Set<string>();
  #freshWaits: FreshWaits;
  #firstAt: number | null = null;
  #scrolledAt = -Infinity;
  #changedAt = -Infinity;
  #loaded = false;
  #sent = '';

  constructor(page: PageView) {
    this.#page = page;
    this.#freshWaits = new FreshWaits(page.adapter.conversations);
  }

  list(): Element | null {
    return this.#page.find(this.#page.adapter.conversations.list);
  }

  touch(target: Node, list: Element): void {
    if (target === list || !holdsNode(list, target)) this.#cache.forgetAll();
    else this.#cache.touch(target, list);
  }

  scrolled(target: Node, now: number): void {
    const list = this.list();
    if (list && (holdsNode(target, list) || holdsNode(list, target))) this.#scrolledAt = now;
  }

  /** The network is back: the page catches up, as it does when it loads. */
  catchesUp(now: number): void {
    this.#loaded = false;
    this.#firstAt = now;
    this.#changedAt = -Infinity;
    this.#freshWaits = new FreshWaits(this.#page.adapter.conversations, now);
  }

  /** The items are to be read again. */
  forgetItems(): void {
    this.#cache.forgetAll();
  }

  forget(): void {
    this.#sent = '';
    this.#cache.forgetAll();
  }

  look(now: number): ListReading | null {
    const { adapter, isVisible } = this.#page;
    const rules = adapter.conversations;
    const list = this.list();
    if (!list) return null;
    const selector = workingSelector(list, rules.item);
    const elements = selector ? lastMatching(list, selector, MOST_ITEMS) : [];
    const seen = elements.flatMap((element) => {
      const { item } = this.#cache.read(element, () => ({ item: readItem(element, rules, now) }));
      return item ? [{ element, item }] : [];
    });
    const { items, ambiguousNames } = distinctItems(seen, isVisible);
    const signature = JSON.stringify([
      ambiguousNames,
      items.map(({ conversation, unread, active, preview, waitingSince }) => [
        conversation.key,
        conversation.name,
        unread,
        active,
        preview,
        waitingSince === null,
      ]),
    ]);
    if (signature === this.#sent) return null;
    this.#sent = signature;
    this.#firstAt ??= now;
    // A workbench that has just loaded catches up: what its badges then count may have been written long before.
    this.#loaded ||= Number.isFinite(this.#changedAt) && now - this.#changedAt >= QUIET_MS;
    this.#loaded ||= now - this.#firstAt >= LOADED_AFTER_MS;
    this.#changedAt = now;
    const fresh = items.filter(({ conversation }) => !this.#known.has(conversation.key));
    const loading = now - this.#firstAt < this.#page.timings.graceMs;
    const arrivals = !loading && fresh.length <= MOST_ARRIVALS && now - this.#scrolledAt > SCROLL_MS;
    for (const { conversation } of fresh) this.#known.add(conversation.key);
    const came = this.#freshWaits.look(seen, now);
    const marked = items.map((item) =>
      (arrivals && fresh.includes(item)) || came.has(item.conversation.key) ? { ...item, arrived: true } : item,
    );
    return { kind: 'list', readAt: now, items: marked, ambiguousNames, baseline: !this.#loaded };
  }
}
