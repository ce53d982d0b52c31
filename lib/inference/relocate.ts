import { first } from '@/lib/observer/query';
import { readValue } from '@/lib/observer/value';
import type { ValueRule } from '@/lib/workbenches/types';
import { ownNames, wayTo } from './naming';

const MOST_ELEMENTS = 600;

/**
 * Finds again what a rule used to read: in each base the innermost element whose value is `wanted`, and one selector that
 * finds them all first. The old selectors stay behind the new one. null when they are not found in at least half.
 */
export function relocate<Rule extends ValueRule>(
  bases: readonly Element[],
  rule: Rule,
  wanted: (value: string, base: Element) => boolean,
): Rule | null {
  const old = rule.at;
  const plain = withoutPlace(rule);
  const found = bases.flatMap((base) => {
    const good = [base, ...base.querySelectorAll('*')].slice(0, MOST_ELEMENTS).filter((element) => {
      const value = readValue(element, plain, element);
      return value !== null && wanted(value, base);
    });
    // Of an element and its parents, all of one text, the innermost; of several places, the first.
    const element = good.find((one) => !good.some((other) => other !== one && one.contains(other)));
    return element ? [{ base, element }] : [];
  });
  const [one] = found;
  if (!one || found.length < bases.length / 2) return null;
  if (found.every(({ base, element }) => base === element)) {
    const { at: _, ...own } = rule;
    return own as Rule;
  }
  const tag = one.element.tagName.toLowerCase();
  const parent = one.element.parentElement;
  const names = [
    ...ownNames(one.element),
    ...(parent && parent !== one.base ? ownNames(parent).map((name) => `${name} > ${tag}`) : []),
    tag,
  ];
  const at = names.find((name) => found.every(({ base, element }) => first(base, [name]) === element));
  return at === undefined ? null : { ...rule, at: [at, ...(old ?? []).filter((selector) => selector !== at)] };
}

/** The same on the whole page: the nearest place, by `rank`, at which a wanted value stands. */
export function relocateOnPage<Rule extends ValueRule>(
  document: Document,
  rule: Rule,
  wanted: (value: string) => boolean,
  rank: (element: Element) => number = () => 0,
): Rule | null {
  const old = rule.at;
  const plain = withoutPlace(rule);
  const good = [...document.body.querySelectorAll('*')].filter((element) => {
    const value = readValue(element, plain, element);
    return value !== null && wanted(value) && Number.isFinite(rank(element));
  });
  const places = good.filter((one) => !good.some((other) => other !== one && one.contains(other)));
  const [element] = places.sort((a, b) => rank(a) - rank(b));
  if (!element) return null;
  const at = wayTo(element);
  return { ...rule, at: [at, ...(old ?? []).filter((selector) => selector !== at)] };
}

/** What a rule takes out of an element, wherever that stands. */
function withoutPlace({ attribute, match }: ValueRule): ValueRule {
  return { ...(attribute === undefined ? {} : { attribute }), ...(match === undefined ? {} : { match }) };
}
