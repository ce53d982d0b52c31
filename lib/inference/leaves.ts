import { normaliseText } from '@/lib/observer/normaliseText';
import { isTimeShaped } from './timeShape';
import type { Leaf } from './types';

const FORMATTING = new Set(['A', 'B', 'STRONG', 'EM', 'U', 'S', 'MARK', 'CODE', 'BR', 'IMG', 'SUB', 'SUP', 'WBR']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'TEXTAREA', 'INPUT', 'SELECT', 'IFRAME']);

/** Every piece of text of the scope, and which of them stand under an element. */
export class LeafIndex {
  readonly leaves: Leaf[] = [];
  #under = new Map<Element, Leaf[]>();

  constructor(scope: ParentNode) {
    for (const child of scope.children) this.#walk(child);
    for (const leaf of this.leaves) {
      for (let element: Element | null = leaf.element; element; element = element.parentElement) {
        const known = this.#under.get(element);
        if (known) known.push(leaf);
        else this.#under.set(element, [leaf]);
      }
    }
  }

  under(element: Element): readonly Leaf[] {
    return this.#under.get(element) ?? [];
  }

  /** Every element with text below it. */
  elements(): IterableIterator<Element> {
    return this.#under.keys();
  }

  #walk(element: Element): void {
    if (SKIPPED.has(element.tagName.toUpperCase()) || !isSeen(element)) return;
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
    const inline =
      element.childElementCount > 0 && [...element.children].every(({ tagName }) => FORMATTING.has(tagName));
    if (!hasText && !(inline && (element.textContent ?? '').trim() !== '')) {
      for (const child of element.children) this.#walk(child);
      return;
    }
    let text = '';
    for (const node of element.childNodes) {
      if (node.nodeType === 3) text += node.nodeValue ?? '';
      else if (node.nodeType === 1) text += this.#inlineText(node as Element);
    }
    text = normaliseText(text);
    if (text !== '') this.leaves.push({ element, text, isTime: isTimeShaped(text) || element.tagName === 'TIME' });
  }

  /** A time, a button or a block within a text stands by itself. */
  #inlineText(element: Element): string {
    if (element.tagName === 'BR') return '\n';
    if (element.tagName === 'IMG') return element.getAttribute('alt') ?? '';
    if (!isSeen(element)) return '';
    const text = normaliseText(element.textContent ?? '');
    const stands = isTimeShaped(text) || getComputedStyle(element).display === 'block' || element.tagName === 'TIME';
    if (!stands || FORMATTING.has(element.tagName)) return element.textContent ?? '';
    this.#walk(element);
    return '';
  }
}

/** Drawn, larger than what is only there to be read aloud, and no decoration. */
export function isSeen(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true' && element.tagName !== 'BODY') return false;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return false;
  if (style.display === 'contents') return true;
  const { width, height } = element.getBoundingClientRect();
  return (width > 1 && height > 1) || (style.overflow === 'visible' && element.childElementCount > 0);
}

/** Where the words of an element are drawn, which may be narrower than the element. */
export function textBox(element: Element): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
