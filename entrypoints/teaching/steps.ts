import { normaliseText } from '@/lib/observer/normaliseText';
import { isDrawn } from '@/lib/observer/visible';

/** Rows of one list stand in groups at most so deep. */
const GROUPS = 2;

/** Moves from element to element as the arrow keys do: wider, narrower, beside. */
export class Steps {
  /** Where ↓ goes back to after ↑. */
  #inner: Element[] = [];
  #host: Element;

  constructor(host: Element) {
    this.#host = host;
  }

  forget(): void {
    this.#inner = [];
  }

  wider(element: Element): Element {
    const parent = element.parentElement;
    if (!parent || parent === parent.ownerDocument.documentElement) return element;
    this.#inner.push(element);
    return parent;
  }

  narrower(element: Element): Element {
    const back = this.#inner.pop();
    if (back?.isConnected && element.contains(back)) return back;
    return this.#drawn([...element.children])[0] ?? element;
  }

  /**
   * The next or previous one; past the end of its parent, the like of it in the parent's neighbour, where rows stand in
   * groups. Itself where there is none.
   */
  beside(element: Element, direction: 1 | -1): Element {
    this.#inner = [];
    let one = element;
    for (let depth = 0; depth <= GROUPS && one.parentElement; depth++) {
      const siblings: Element[] = this.#drawn([...one.parentElement.children]);
      const next: Element | undefined = siblings[siblings.indexOf(one) + direction];
      if (next && siblings.includes(one)) {
        const like = this.#within(next, depth, direction);
        return depth === 0 || like.tagName === element.tagName ? like : element;
      }
      one = one.parentElement;
    }
    return element;
  }

  #within(element: Element, depth: number, direction: 1 | -1): Element {
    let inner = element;
    for (; depth > 0; depth--) {
      const children = this.#drawn([...inner.children]);
      const next = direction === 1 ? children[0] : children.at(-1);
      if (!next) break;
      inner = next;
    }
    return inner;
  }

  #drawn(elements: readonly Element[]): Element[] {
    return elements.filter(
      (one) =>
        one !== this.#host &&
        isDrawn(one) &&
        one.getBoundingClientRect().height > 1 &&
        (normaliseText(one.textContent ?? '') !== '' || one.matches('textarea, input, [contenteditable]')),
    );
  }
}
