import { outerParent } from './roots';

/**
 * Remembers what was read from an element until a mutation touches it, so that a callback costs what has changed and not
 * what stands there.
 */
export class ElementCache<T> {
  #values = new WeakMap<Element, T>();

  read(element: Element, readAnew: () => T): T {
    const known = this.#values.get(element);
    if (known !== undefined) return known;
    const value = readAnew();
    this.#values.set(element, value);
    return value;
  }

  /** Forgets the elements from a mutation's target up to the list, one of which is the row or item. */
  touch(target: Node, list: Node): void {
    for (let node: Node | null = target; node && node !== list; node = outerParent(node)) {
      if (node.nodeType === 1) this.#values.delete(node as Element);
    }
  }

  forgetAll(): void {
    this.#values = new WeakMap();
  }
}
