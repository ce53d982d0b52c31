import type { Selectors } from '@/lib/workbenches/types';
import { hostOf, innerRootOf } from './roots';

/** Between two selectors: go into the shadow root or the frame of what the first one finds. */
const INTO = '>>>';

/** Runs a look-up that a selector unknown to this browser, or mistyped in an adapter, must not break. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/** The selectors between which a way goes into roots; of a plain selector, itself. */
export function stepsOf(selector: string): string[] {
  return selector.split(INTO).map((step) => step.trim());
}

/** Everything that a selector finds below the base, into shadow roots and frames where it says so. */
export function findAll(base: ParentNode, selector: string): Element[] {
  if (!selector.includes(INTO)) return attempt(() => [...base.querySelectorAll(selector)], []);
  const steps = stepsOf(selector);
  const last = steps.pop() ?? '';
  return hostsOf(base, steps).flatMap((host) => {
    const root = innerRootOf(host);
    return root ? attempt(() => [...root.querySelectorAll(last)], []) : [];
  });
}

/** The roots that a selector goes into below the base, outermost first. */
export function rootsOn(base: ParentNode, selector: string): (ShadowRoot | Document)[] {
  if (!selector.includes(INTO)) return [];
  const steps = stepsOf(selector).slice(0, -1);
  return steps.flatMap((_, i) => hostsOf(base, steps.slice(0, i + 1)).flatMap((host) => innerRootOf(host) ?? []));
}

/** An empty first step stands for the base itself. */
function hostsOf(base: ParentNode, steps: readonly string[]): Element[] {
  let bases: ParentNode[] = [base];
  let hosts: Element[] = [];
  for (const [i, step] of steps.entries()) {
    hosts = bases.flatMap((one) =>
      step === '' && i === 0
        ? 'matches' in one
          ? [one as Element]
          : []
        : attempt(() => [...one.querySelectorAll(step)], []),
    );
    bases = hosts.flatMap((host) => innerRootOf(host) ?? []);
  }
  return hosts;
}

function find(base: ParentNode, selector: string): Element | null {
  if (selector.includes(INTO)) return findAll(base, selector)[0] ?? null;
  return attempt(() => base.querySelector(selector), null);
}

export function matches(element: Element, selector: string): boolean {
  if (!selector.includes(INTO)) return attempt(() => element.matches(selector), false);
  const steps = stepsOf(selector);
  const last = steps.pop() ?? '';
  if (!attempt(() => element.matches(last), false)) return false;
  const host = hostOf(element.getRootNode());
  const outer = steps.join(INTO);
  return host !== null && (outer === '' || matches(host, outer));
}

/** The first selector that finds anything below the base; null when none does. */
export function workingSelector(base: ParentNode, selectors: Selectors): string | null {
  return selectors.find((selector) => find(base, selector) !== null) ?? null;
}

/** The first element that the most trusted selector finds. */
export function first(base: ParentNode, selectors: Selectors): Element | null {
  for (const selector of selectors) {
    const found = find(base, selector);
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
    const found = findAll(base, selector);
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
  if (selector.includes(INTO)) {
    const all = new Set(findAll(base, selector));
    return [...all].filter((element) => !hasAncestorIn(element, all)).slice(-limit);
  }
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

function hasAncestorIn(element: Element, all: ReadonlySet<Element>): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) if (all.has(parent)) return true;
  return false;
}
