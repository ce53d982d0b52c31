import { first } from '@/lib/observer/query';
import type { ValueRule } from '@/lib/workbenches/types';
import { BADGE } from './itemNames';
import { textBox } from './leaves';
import { ownNames } from './naming';
import type { Leaf } from './types';
import { wayInto } from './within';

/** A selector that finds each of the parts first in its row. */
export function ruleFor(rows: readonly Element[], parts: readonly Element[]): ValueRule | null {
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
  const at = [...names, ...(way === '' ? [placeIn(part, row)] : [])].find(isThere);
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

/** The badge of an item: its last number, if it is drawn as small as one. Nothing where it has none. */
export function badgeOf(leaves: readonly Leaf[], row: Element): { row: Element; element: Element }[] {
  const leaf = [...leaves].reverse().find(({ text }) => BADGE.test(text)) ?? null;
  if (!leaf) return [];
  const { width, height } = textBox(leaf.element);
  return width <= 60 && height <= 40 ? [{ row, element: leaf.element }] : [];
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
        .filter((leaf) => leaf !== names[i] && !leaf.isTime && !BADGE.test(leaf.text))
        .sort((a, b) => b.text.length - a.text.length)[0] ?? null,
  );
  const having = rows.flatMap((row, i) => (parts[i] ? [{ row, part: parts[i] }] : []));
  if (having.length < rows.length / 2) return null;
  return ruleFor(
    having.map(({ row }) => row),
    having.flatMap(({ part }) => part?.element ?? []),
  );
}
