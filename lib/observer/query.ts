import type { Selectors } from '@/lib/workbenches/types';

/** Runs a look-up that a selector unknown to this browser, or mistyped in an adapter, must not break. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

export function matches(element: Element, selector: string): boolean {
  return attempt(() => element.matches(selector), false);
}

/** The first selector that finds anything below the base; null when none does. */
export function workingSelector(base: ParentNode, selectors: Selectors): string | null {
  return selectors.find((selector) => attempt(() => base.querySelector(selector), null) !== null) ?? null;
}

/** The first element that the most trusted selector finds. */
export function first(base: ParentNode, selectors: Selectors): Element | null {
  for (const selector of selectors) {
    const found = attempt(() => base.querySelector(selector), null);
    if (found) return found;
  }
  return null;
}

/** Of several elements that one selector finds, the first one drawn; so hidden copies are passed over. */
export function firstVisible(
  base: ParentNode,
  selectors: Selectors,
  isVisible: (element: Element) => boolean,
): Element | null {
  for (const selector of selectors) {
    const found = attempt(() => [...base.querySelectorAll(selector)], []);
    if (found.length === 1) return found[0] ?? null;
    const visible = found.find(isVisible);
    if (visible) return visible;
  }
  return null;
}

/**
 * The last so many elements that match, in document order, without looking at those in front of them. Of nested ones, the
 * outermost.
 */
export function lastMatching(base: Element, selector: string, limit: number): Element[] {
  const found: Element[] = [];
  const collect = (parent: Element) => {
    for (let child = parent.lastElementChild; child && found.length < limit; child = child.previousElementSibling) {
      if (matches(child, selector)) found.push(child);
      else if (child.firstElementChild) collect(child);
    }
  };
  collect(base);
  return found.reverse();
}
