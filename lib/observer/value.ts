import type { RowTest, ValueRule } from '@/lib/workbenches/types';
import { normaliseText } from './normaliseText';
import { first, matches } from './query';

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
  const source = element ?? (rule.at ? first(base, rule.at) : isElement(base) ? base : null);
  if (!source) return null;
  const raw = rule.attribute === undefined ? source.textContent : source.getAttribute(rule.attribute);
  const value = normaliseText(raw ?? '');
  if (value === '') return null;
  if (rule.match === undefined) return value;
  const found = expression(rule.match)?.exec(value);
  return found ? (found[1] ?? found[0]) : null;
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
  if (test.text !== undefined) {
    return expression(test.text)?.test(normaliseText(element.textContent ?? '')) ?? false;
  }
  return true;
}
