import { normaliseText } from '@/lib/observer/normaliseText';
import { PARKED } from '@/lib/observer/order';
import { boxInWindow, innerRootOf, outerElement } from '@/lib/observer/roots';
import { isTimeShaped } from './timeShape';
import type { Leaf } from './types';

const FORMATTING = new Set(['A', 'B', 'STRONG', 'EM', 'U', 'S', 'MARK', 'CODE', 'BR', 'IMG', 'SUB', 'SUP', 'WBR']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'TEXTAREA', 'INPUT', 'SELECT']);

const EDITABLE =
  'textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"], input[type="text"], input:not([type])';

const NUMBER = /^[(（[]?\d{1,3}\+?[)）\]]?$/u;
const JOINT = /^[\s:：,，·•|/>—–-]*$/u;
const BLOCK = /^(?:block|flex|grid|table|list-item|flow-root)/u;

/** Every piece of text of a page, its shadow roots and frames, and which of them stand under an element. */
export class LeafIndex {
  readonly leaves: Leaf[] = [];
  /** The document, and every root inside it that is drawn. */
  readonly roots: (Document | ShadowRoot)[] = [];
  /** Everything drawn in which somebody can write several words, search boxes too. */
  readonly fields: HTMLElement[];
  #under = new Map<Element, Leaf[]>();
  #order = new Map<Element, number>();
  #length = new Map<Element, number>();
  #byText = new Map<string, Leaf[]>();

  constructor(document: Document) {
    this.#walkRoot(document);
    this.fields = this.roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(EDITABLE)])
      .filter((field) => isSeen(field));
    for (const [i, leaf] of this.leaves.entries()) {
      const same = this.#byText.get(leaf.text);
      if (same) same.push(leaf);
      else this.#byText.set(leaf.text, [leaf]);
      for (let element: Element | null = leaf.element; element; element = outerElement(element)) {
        this.#length.set(element, this.length(element) + leaf.text.length);
        const known = this.#under.get(element);
        if (known) known.push(leaf);
        else {
          this.#under.set(element, [leaf]);
          this.#order.set(element, i);
        }
      }
    }
  }

  under(element: Element): readonly Leaf[] {
    return this.#under.get(element) ?? [];
  }

  /** Every piece that is exactly this text. */
  withText(text: string): readonly Leaf[] {
    return this.#byText.get(text) ?? [];
  }

  /** Characters of text below an element. */
  length(element: Element): number {
    return this.#length.get(element) ?? 0;
  }

  /** Every element with text below it. */
  elements(): IterableIterator<Element> {
    return this.#under.keys();
  }

  /** The place of an element's first text in the order of the page. */
  order(element: Element): number {
    return this.#order.get(element) ?? -1;
  }

  #walkRoot(root: Document | ShadowRoot): void {
    this.roots.push(root);
    for (const child of root.children) this.#walk(child);
  }

  #walk(element: Element): void {
    if (SKIPPED.has(element.tagName.toUpperCase()) || element.matches(PARKED)) return;
    if (!isSeen(element)) {
      this.#walkUnseen(element);
      return;
    }
    const inner = innerRootOf(element);
    if (inner) this.#walkRoot(inner);
    if (element.tagName === 'IFRAME') return;
    const own = [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.nodeValue ?? '').trim() : []));
    // A colon between a name and a text makes the two no text of one piece.
    const isJoint = element.childElementCount > 0 && own.every((text) => JOINT.test(text));
    const hasText = own.some((text) => text !== '') && !isJoint;
    // Links alone are tabs, not a text.
    const isLinks = element.childElementCount > 1 && [...element.children].every(({ tagName }) => tagName === 'A');
    const inline =
      element.childElementCount > 0 &&
      (hasText || !(isLinks || isPictureWithNumber(element))) &&
      [...element.children].every(
        ({ tagName, firstElementChild }) => FORMATTING.has(tagName) && !(firstElementChild && tagName === 'A'),
      );
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
    if (text === '') return;
    // Where a single part holds all of it, the text is that part's.
    const sole = hasText
      ? undefined
      : [...element.children].find((part) => normaliseText(part.textContent ?? '') === text);
    const holder = sole ?? element;
    this.leaves.push({ element: holder, text, isTime: isTimeShaped(text) || holder.tagName === 'TIME' });
  }

  /**
   * What is not drawn may hold something that is: what is invisible, and what is only not to be read aloud, such as the number
   * of a badge or a time.
   */
  #walkUnseen(element: Element): void {
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    if (style.visibility === 'hidden') for (const child of element.children) this.#walk(child);
    else if (element.getAttribute('aria-hidden') === 'true' && isSeen(element, true)) {
      const text = normaliseText(element.textContent ?? '');
      const isTime = isTimeShaped(text);
      if (isTime || NUMBER.test(text) || isReadBeside(element, text))
        this.leaves.push({ element: innermost(element), text, isTime });
    }
  }

  /** A time, a button or a block within a text stands by itself. */
  #inlineText(element: Element): string {
    if (element.tagName === 'BR') return '\n';
    if (element.tagName === 'IMG') return element.getAttribute('alt') ?? '';
    if (!isSeen(element)) {
      this.#walkUnseen(element);
      return '';
    }
    const text = normaliseText(element.textContent ?? '');
    if (isBadge(element, text) || isRemark(element, text) || isSource(element)) {
      this.#walk(element);
      return '';
    }
    const stands = isTimeShaped(text) || BLOCK.test(getComputedStyle(element).display) || element.tagName === 'TIME';
    if (!stands || FORMATTING.has(element.tagName)) return element.textContent ?? '';
    this.#walk(element);
    return '';
  }
}

/** A picture, and a number on it: not a text with a picture in it. */
function isPictureWithNumber(element: Element): boolean {
  return element.querySelector(':scope > img') !== null && NUMBER.test(normaliseText(element.textContent ?? ''));
}

/** A number beside a text that is no part of it: drawn on a ground of its own, in another colour, or aside. */
function isBadge(element: Element, text: string): boolean {
  const parent = element.parentElement;
  if (!parent || !NUMBER.test(text)) return false;
  const isFirst = before(element) === '';
  const isLast = after(element) === '';
  if (isFirst === isLast) return false;
  const { backgroundColor, float, position, color } = getComputedStyle(element);
  const coloured = !/^(?:transparent|rgba\(.*,\s*0\))$/u.test(backgroundColor);
  return coloured || float !== 'none' || position === 'absolute' || color !== getComputedStyle(parent).color;
}

/** So far up a label may stand that is read aloud instead. */
const MOST_UP = 4;

/** Whether an empty element beside it is read aloud instead, and ends with the same words: a name, drawn and said apart. */
function isReadBeside(element: Element, text: string): boolean {
  if (text.length < 3) return false;
  let around: Element | null = element.parentElement;
  for (let up = 0; around && up < MOST_UP; up++, around = around.parentElement) {
    const labels = [...around.querySelectorAll('[aria-label]')].filter((one) => (one.textContent ?? '').trim() === '');
    if (labels.length > 0) return labels.some((one) => (one.getAttribute('aria-label') ?? '').endsWith(text));
  }
  return false;
}

/** Who is quoted, right after the quote. */
function isSource({ tagName, previousElementSibling }: Element): boolean {
  return tagName === 'CITE' && previousElementSibling?.tagName === 'BLOCKQUOTE';
}

const REMARK = /^[(（[［][^()（）]{1,24}[)）\]］]$/u;

/** The last words of a text, in brackets, and smaller or in another colour: what became of it, such as that it was edited. */
function isRemark(element: Element, text: string): boolean {
  const parent = element.parentElement;
  if (!parent || element.tagName === 'A' || !REMARK.test(text)) return false;
  if (before(element) === '' || after(element) !== '') return false;
  const [own, around] = [getComputedStyle(element), getComputedStyle(parent)];
  return own.color !== around.color || Number.parseFloat(own.fontSize) < Number.parseFloat(around.fontSize);
}

function before(element: Element): string {
  let text = '';
  for (let node = element.previousSibling; node; node = node.previousSibling) text += node.textContent ?? '';
  return text.trim();
}

function after(element: Element): string {
  let text = '';
  for (let node = element.nextSibling; node; node = node.nextSibling) text += node.textContent ?? '';
  return text.trim();
}

function innermost(element: Element): Element {
  let inner = element;
  while (inner.childElementCount === 1 && inner.firstElementChild) inner = inner.firstElementChild;
  return inner;
}

/** Drawn, larger than what is only there to be read aloud, and no decoration (unless asked for). */
export function isSeen(element: Element, decoration = false): boolean {
  if (!decoration && element.getAttribute('aria-hidden') === 'true' && element.tagName !== 'BODY') return false;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return false;
  // What the body cuts off, the window does: a page may be drawn over a body without a height.
  if (style.display === 'contents' || element.tagName === 'BODY') return true;
  const { width, height } = element.getBoundingClientRect();
  return (width > 1 && height > 1) || (style.overflow === 'visible' && element.childElementCount > 0);
}

/** Where the words of an element are drawn, which may be narrower than the element. */
export function textBox(element: Element): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const inner = range.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const inWindow = boxInWindow(element);
  return new DOMRect(inner.x + inWindow.x - own.x, inner.y + inWindow.y - own.y, inner.width, inner.height);
}
