import type { ListItem } from '@/lib/domain/reading';
import type { ListRules } from '@/lib/workbenches/types';
import { waitToSecond } from './readList';

/** A clock that shows more than this was drawn late. */
const FRESH_MS = 1000;
/** A clock to the second hides up to one. */
const UNIT_MS = 1000;
/** A page that has just loaded fetches what was written meanwhile, and may start a clock of its own at that. */
const FETCHING_MS = 2000;
/** A wait that began so long before the list was first seen shows that clocks go on over a reload. */
const OLDER_MS = 2 * UNIT_MS;

/**
 * Tells by the workbench's own wait clock, to the second, whose first unread message came just now, also while the list
 * still loads and however many come at once. A clock may be one of the page's own, that begins anew with each load: none is
 * believed before one of them has shown a wait from before.
 */
export class FreshWaits {
  #rules: ListRules;
  #firstAt: number | null = null;
  #goesOn = false;
  #unread = new Map<string, number | null>();

  constructor(rules: ListRules, firstAt: number | null = null) {
    this.#rules = rules;
    this.#firstAt = firstAt;
  }

  /** Keys of the conversations whose badge went to 1 for a message of this moment. */
  look(seen: readonly { element: Element; item: ListItem }[], now: number): Set<string> {
    const came = new Set<string>();
    if (!this.#rules.wait) return came;
    const firstAt = this.#firstAt ?? now;
    this.#firstAt = firstAt;
    this.#goesOn ||= seen.some(({ item }) => item.waitingSince !== null && item.waitingSince < firstAt - OLDER_MS);
    for (const { element, item } of seen) {
      const { key } = item.conversation;
      const before = this.#unread.get(key) ?? 0;
      if (item.unread === 1 && before === 0 && this.#goesOn) {
        const since = waitToSecond(element, this.#rules, now);
        if (since !== null && now - since <= FRESH_MS && since - UNIT_MS >= firstAt + FETCHING_MS) came.add(key);
      }
      this.#unread.set(key, item.unread);
    }
    return came;
  }
}
