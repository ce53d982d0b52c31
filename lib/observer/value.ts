import type { RowTest, ValueRule } from '@/lib/workbenches/types';
import { normaliseText } from './normaliseText';
import { first, matches } from './query';
import { outerElement } from './roots';

const expressions = new Map<string, RegExp | null>();

/** Compiled once; null where the expression is not valid, which then never matches. */
export function expression(source: string): RegExp | null {
  let compiled = expressions.get(source);
  if (compiled === undefined) {
    try {
      compiled = new RegExp(source, 'u');
    } catch {
      compiled = null;
    }
    expressions.set(source, compiled);
  }
  return compiled;
}

/** The string that a rule takes out of an element; null when it is not there, is empty, or does not match. */
export function readValue(base: ParentNode, rule: ValueRule, element?: Element): string | null {
  if (rule.from === 'address') return matched(addressOf(base), rule.match);
  const source = element ?? (rule.at ? first(base, rule.at) : isElement(base) ? base : null);
  if (!source) return null;
  const raw =
    rule.attribute !== undefined
      ? source.getAttribute(rule.attribute)
      : rule.ownText === true
        ? ownText(source)
        : source.textContent;
  return matched(normaliseText(raw ?? ''), rule.match);
}

function ownText(element: Element): string {
  return [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : [])).join(' ');
}

function matched(value: string, match: string | undefined): string | null {
  if (value === '') return null;
  if (match === undefined) return value;
  const found = expression(match)?.exec(value);
  return found ? (found[1] ?? found[0]) : null;
}

function addressOf(base: ParentNode): string {
  return (base.ownerDocument ?? (base as Document)).location?.href ?? '';
}

function isElement(base: ParentNode): base is Element {
  return 'matches' in base;
}

/** Whether all parts of a test hold for an element. */
export function holds(test: RowTest, element: Element): boolean {
  if (test.self !== undefined && !matches(element, test.self)) return false;
  if (test.has !== undefined && !first(element, [test.has])) return false;
  if (test.lacks !== undefined && (matches(element, test.lacks) || first(element, [test.lacks]))) return false;
  if (test.value !== undefined) {
    const value = readValue(element, test.value);
    if (value === null || !expression(test.value.is)?.test(value)) return false;
  }
  if (test.text !== undefined && !expression(test.text)?.test(normaliseText(element.textContent ?? ''))) return false;
  return test.stands === undefined || sideOf(element, test.stands) === test.stands.side;
}

/** null where nothing is drawn, or it stands in the middle. */
function sideOf(element: Element, { at, within }: NonNullable<RowTest['stands']>): 'left' | 'right' | null {
  const drawn = at ? first(element, at) : element;
  const box = (within === undefined ? outerElement(element) : closest(element, within))?.getBoundingClientRect();
  const own = drawn?.getBoundingClientRect();
  if (!own || !box || own.width === 0 || box.width === 0) return null;
  const off = own.left + own.width / 2 - (box.left + box.width / 2);
  return Math.abs(off) < box.width / 50 ? null : off < 0 ? 'left' : 'right';
}

/** As an element's own `closest`, across shadow roots and frames. */
export function closest(element: Element | null, selector: string): Element | null {
  let found = element;
  while (found && !matches(found, selector)) found = outerElement(found);
  return found;
}
