import { first } from '@/lib/observer/query';
import type { ValueRule } from '@/lib/workbenches/types';
import { BADGE } from './itemNames';
import { textBox } from './leaves';
import { ownNames } from './naming';
import type { Leaf } from './types';
import { wayInto } from './within';

/** A selector that finds each of the parts first in its row, and if it can be no number in the others. */
export function ruleFor(
  rows: readonly Element[],
  parts: readonly Element[],
  others: readonly Element[] = [],
): ValueRule | null {
  const [row, part] = [rows[0], parts[0]];
  if (!row || !part) return null;
  if (parts.every((one, i) => one === rows[i])) return {};
  const tag = part.tagName.toLowerCase();
  const parent = part.parentElement;
  const way = wayInto(part, row);
  const kin = parent ? [...parent.children].filter(({ tagName }) => tagName === part.tagName) : [];
  const names = [
    ...ownNames(part),
    ...(parent && parent !== row ? ownNames(parent).map((name) => `${name} > ${tag}`) : []),
    tag,
    ...(kin.length > 1 ? [`${tag}:nth-of-type(${kin.indexOf(part) + 1})`] : []),
  ].map((name) => way + name);
  const isThere = (name: string) =>
    rows.every((one, i) => {
      const found = first(one, [name]);
      const wanted = parts[i];
      return found !== null && (found === wanted || (found.contains(wanted ?? null) && isSameText(found, wanted)));
    });
  const isNowhereElse = (name: string) => others.every((one) => !/\d/u.test(first(one, [name])?.textContent ?? ''));
  const fitting = [...names, ...(way === '' ? [placeIn(part, row)] : [])].filter(isThere);
  const at = fitting.find(isNowhereElse) ?? fitting[0];
  return at === undefined ? null : { at: [at] };
}

function isSameText(one: Element, other: Element | undefined): boolean {
  return (one.textContent ?? '').trim() === (other?.textContent ?? '').trim();
}

/** The way to an element by places alone. */
function placeIn(part: Element, row: Element): string {
  const steps: string[] = [];
  for (let element: Element | null = part; element && element !== row; element = element.parentElement) {
    const { tagName, parentElement } = element;
    const kin = [...(parentElement?.children ?? [])].filter((one) => one.tagName === tagName);
    steps.unshift(`${tagName.toLowerCase()}:nth-of-type(${kin.indexOf(element) + 1})`);
  }
  return [':scope', ...steps].join(' > ');
}

/** The badge of an item. */
interface Badge {
  row: Element;
  element: Element;
}

/**
 * The badges of the items: the last number of each, if it is drawn as small as one; nothing where an item has none. Where some
 * numbers are drawn on a ground of their own, those without one count something else.
 */
export function badgesOf(rows: readonly Element[], leaves: readonly (readonly Leaf[])[]): Badge[] {
  const all = rows.map((row, i) =>
    (leaves[i] ?? []).flatMap(({ text, element: leaf }) => {
      if (!BADGE.test(text)) return [];
      const { width, height } = textBox(leaf);
      if (width > 60 || height > 40) return [];
      const element = wholeNumber(leaf, row);
      return [{ row, element, isDrawn: hasGround(element, row), isWhole: element === leaf }];
    }),
  );
  const isDrawn = all.some((those) => those.some((one) => one.isDrawn));
  const badges = all.flatMap((those) => those.filter((one) => one.isDrawn || !isDrawn).slice(-1));
  // What holds several digits is named by what holds them all.
  return badges.sort((a, b) => Number(a.isWhole) - Number(b.isWhole));
}

/** How to read the badges; where pages keep badges that are not drawn, only of those that are shown. */
export function badgeRule(rows: readonly Element[], badges: readonly Badge[]): ValueRule | null {
  if (badges.length === 0) return null;
  const others = rows.filter((one) => !badges.some(({ row }) => row === one));
  const rule = ruleFor(
    badges.map(({ row }) => row),
    badges.map(({ element }) => element),
    others,
  );
  const [at] = rule?.at ?? [];
  const isKept = at !== undefined && others.some((row) => /[1-9]/u.test(first(row, [at])?.textContent ?? ''));
  return isKept ? { at: [`${at}:not([style*="display:none"]):not([style*="display: none"]):not([hidden])`] } : rule;
}

/** What holds the whole number of which this is a digit. */
function wholeNumber(digit: Element, row: Element): Element {
  let whole = digit;
  for (let outer = digit.parentElement; outer && outer !== row; outer = outer.parentElement) {
    const text = (outer.textContent ?? '').trim();
    if (!BADGE.test(text)) break;
    if (text !== (whole.textContent ?? '').trim()) whole = outer;
  }
  // The box drawn around the digits, if there is one.
  const around = whole.parentElement;
  const isSame = around !== null && around !== row && around.textContent === whole.textContent;
  return whole !== digit && isSame && around.childElementCount === 1 ? around : whole;
}

/** Whether a number is drawn on a ground of its own, as small as itself. */
function hasGround(element: Element, row: Element): boolean {
  for (let box: Element | null = element; box && box !== row; box = box.parentElement) {
    const { width, height } = box.getBoundingClientRect();
    if (width > 60 || height > 40) return false;
    if (!/^(?:transparent|rgba\(.*,\s*0\))$/u.test(getComputedStyle(box).backgroundColor)) return true;
  }
  return false;
}

/** The badge stands in every item, without a number where nothing is unread. */
export function isAlways(rows: readonly Element[], { at }: ValueRule): boolean {
  return at !== undefined && rows.some((row) => (first(row, at)?.textContent ?? '?').trim() === '');
}

/** How to read the last words of each conversation; null where most items show none. */
export function previewRule(
  rows: readonly Element[],
  leaves: readonly (readonly Leaf[])[],
  names: readonly (Leaf | null)[],
): ValueRule | null {
  const parts = leaves.map(
    (own, i) =>
      own
        .filter((leaf) => leaf.element !== names[i]?.element && !leaf.isTime && !BADGE.test(leaf.text))
        .sort((a, b) => b.text.length - a.text.length)[0] ?? null,
  );
  const having = rows.flatMap((row, i) => (parts[i] ? [{ row, part: parts[i] }] : []));
  if (having.length < rows.length / 2) return null;
  return ruleFor(
    having.map(({ row }) => row),
    having.flatMap(({ part }) => part?.element ?? []),
  );
}
