import { matches } from '@/lib/observer/query';
import { hostOf } from '@/lib/observer/roots';

/** Attributes whose value says nothing lasting about what an element is. */
const PASSING =
  /^(?:class|style|lang|dir|placeholder|data-placeholder|contenteditable|datetime|href|src|srcset|alt|title|width|height|tabindex|value|for|d|viewbox|on.*|aria-label|aria-labelledby|aria-describedby|data-index|data-item-index|data-known-size)$/iu;

/** A class or id that a build made up: it will be another one tomorrow. */
export function isHashed(name: string): boolean {
  if (/^(?:css|sc|jsx|jss|svelte|emotion|makeStyles)-/u.test(name) && /[a-z0-9]{4,}$/iu.test(name)) return true;
  const parts = name.split(/[-_]+/u).filter((part) => part !== '');
  return parts.some((part) => {
    if (part.length < 4) return false;
    const digits = part.replace(/[^0-9]/gu, '').length;
    const mixed = /[a-z]/u.test(part) && /[A-Z]/u.test(part.slice(1)) && !/[aeiou]{1}[a-z]{2,}/u.test(part);
    return (
      (digits > 0 && digits < part.length && !/^[a-z]{3,}\d{1,2}$/iu.test(part)) || mixed || !/[aeiouy]/iu.test(part)
    );
  });
}

/** The words of a class, id or value: "messageIsMe" is message, is, me. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
}

/** The selector of a class, whatever characters it has. */
export function classSelector(name: string): string {
  return `.${CSS.escape(name)}`;
}

/** What can be said of one element: its classes, and its attributes that are few-valued. */
export function selectorsOf(element: Element): string[] {
  const selectors = [...element.classList].map(classSelector);
  for (const { name, value } of element.attributes) {
    if (PASSING.test(name) || name === 'id' || name.startsWith('data-v-') || value.length > 40) continue;
    const isIdentity = (value.match(/\d/gu)?.length ?? 0) >= 3;
    selectors.push(
      value === '' || isIdentity ? `[${CSS.escape(name)}]` : `[${CSS.escape(name)}="${CSS.escape(value)}"]`,
    );
  }
  return selectors;
}

/** Classes that say how something looks, not what it is. */
const UTILITY =
  /^\.(?:flex|grid|block|inline|hidden|relative|absolute|clearfix|container|rounded|border|shadow|d-flex|col|pull-|float-|sr-only)|^\.(?:[whpm][xytrbl]?|gap|items|justify|self|text|bg|space|min|max|font|leading|overflow|z|top|left|right|bottom)-|^\[(?:colspan|rowspan|cols|rows|border|cellspacing|cellpadding|align|valign)\b/u;

/** Whether a class says how something looks, not what it is. */
export function isLook(selector: string): boolean {
  return UTILITY.test(selector);
}

/** A class that is a measure: what is set, and how much of it ("me-0", "right-4", "start-auto"). */
const MEASURE = /\.-?[a-z]+(?:-[a-z]{2,3})?-(?:\d+(?:\\?\.\d+)?|\\3\d ?\d*|auto|px|full|xs|sm|md|lg|xl|xxl)(?: \*)?$/u;

/** Whether a selector ends in a class that is a measure, and so says nothing of what or whose an element is. */
export function isMeasure(selector: string): boolean {
  return MEASURE.test(selector);
}

/** How far a selector can be trusted to last. */
export function trust(selector: string): number {
  if (UTILITY.test(selector)) return 0.5;
  if (selector.startsWith('[data-')) return 3;
  if (selector.startsWith('[')) return /^\[(?:role|aria-)/u.test(selector) ? 2 : 2.5;
  if (selector.startsWith('#') || selector.startsWith('.'))
    return isHashed(selector.slice(1).replace(/\\/gu, '')) ? 0 : 2;
  return 1;
}

/** A selector that finds this element on the page, through the shadow roots and frames in which it stands. */
export function wayTo(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const host = hostOf(root);
  return host === null ? pathTo(element, root) : `${wayTo(host)} >>> ${pathTo(element, root)}`;
}

/** A selector that finds this element first in its scope: by its own name, else by the way to it. */
function pathTo(element: Element, scope: ParentNode): string {
  const isFirst = (selector: string) => {
    try {
      return scope.querySelectorAll(selector).length === 1 && scope.querySelector(selector) === element;
    } catch {
      return false;
    }
  };
  const own = ownNames(element).find(isFirst);
  if (own !== undefined) return own;
  const pairs = ownNames(element).slice(0, 6);
  for (const a of pairs) for (const b of pairs) if (a < b && !b.startsWith('#') && isFirst(a + b)) return a + b;
  const parent = element.parentElement;
  const tag = element.tagName.toLowerCase();
  if (!parent) return tag;
  const place = [...parent.children].filter(({ tagName }) => tagName === element.tagName).indexOf(element) + 1;
  return `${pathTo(parent, scope)} > ${tag}:nth-of-type(${place})`;
}

/** Names of an element, the most lasting first. */
export function ownNames(element: Element): string[] {
  const id = element.id !== '' && !/\d{3,}/u.test(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  return [...id, ...selectorsOf(element)].sort((a, b) => trust(b) - trust(a));
}

/** A state that all of them happen to be in now. */
const PASSES = /^\[[\w-]*(?:status|state|online|unread|selected|active)\b/iu;

/** The best selector that all of these fit. */
export function commonName(elements: readonly Element[]): string | null {
  const [first] = elements;
  if (!first) return null;
  return (
    ownNames(first).find(
      (name) => !name.startsWith('#') && !PASSES.test(name) && elements.every((one) => matches(one, name)),
    ) ?? null
  );
}
