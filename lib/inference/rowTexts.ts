import { outerElement } from '@/lib/observer/roots';
import { isSeen, type LeafIndex } from './leaves';
import { wordsOf } from './naming';
import { attributedQuotes, type PlacedLeaf, quotesIn } from './quotes';
import type { Row } from './rowSets';
import { hasClock, timeBeside, timeIn } from './timeShape';
import type { Leaf } from './types';

/** Where a text stands in its row, by the names on the way to it. */
function placeOf(leaf: Leaf, row: Element): string {
  const steps: string[] = [];
  for (let element: Element | null = leaf.element; element && element !== row; element = outerElement(element)) {
    steps.push(`${element.tagName}.${[...element.classList].sort().join('.')}${placeAmong(element)}`);
  }
  return steps.join('<') || '.';
}

/** What is called by a name of its own is one place, whatever its row is called besides. */
function lastingName(place: string): string {
  const name = place.split('<')[0] ?? '';
  return /\.[^:]/u.test(name) ? name : place;
}

/** Which of its kind a cell without a name is. */
function placeAmong(element: Element): string {
  const parent = element.parentElement;
  if (!parent || element.classList.length > 0 || PARAGRAPH.test(element.tagName)) return '';
  const kin = [...parent.children].filter(
    ({ tagName, classList }) => tagName === element.tagName && classList.length === 0,
  );
  return kin.length > 1 ? `:${kin.indexOf(element)}` : '';
}

interface Place {
  name: string;
  rows: Set<number>;
  texts: string[];
  /** The texts without what numbers they say. */
  shapes: string[];
  inBubble: boolean;
  named: boolean;
}

/**
 * Finds the texts that were said. They differ from row to row, where names and read marks repeat; places that never occur
 * in one row together (the two sides' bubbles) are taken together.
 */
export function readRows(rows: readonly Element[], index: LeafIndex): Row[] {
  const places = new Map<string, Place>();
  const all = rows.map((row) => index.under(row).map((leaf) => ({ leaf, place: placeOf(leaf, row) })));
  const quotes = quotesIn(all);
  const found = all.map((leaves, i) => withoutQuotes(leaves, rows[i]).filter(({ leaf }) => !quotes.has(leaf)));
  found.forEach((leaves, i) => {
    for (const { leaf, place: name } of leaves) {
      if (leaf.isTime || isControl(leaf.element)) continue;
      let place = places.get(name);
      if (!place) {
        const row = rows[i];
        const words = wordsOf([...namedElement(leaf.element, row).classList].join(' '));
        place = {
          name,
          rows: new Set(),
          texts: [],
          shapes: [],
          inBubble: row !== undefined && isInBubble(leaf.element, row),
          named: words.some((word) => /^(?:text|msg|message|content|body|bubble)$/u.test(word)),
        };
        places.set(name, place);
      }
      place.rows.add(i);
      const text = withoutTime(leaf.text);
      place.texts.push(text);
      place.shapes.push(text.replace(/\d+/gu, '0'));
    }
  });
  // A line that says who wrote and its number is alike in row after row, where something else is there that is not.
  const isVaried = ({ rows: has, shapes }: Place) => has.size > rows.length / 2 && variety(shapes) > 0.5;
  const byShape = [...places.values()].some(isVaried);
  const worthIn = (place: Place) => worth(place, rows.length, byShape);
  const ranked = [...places.values()].sort((a, b) => worthIn(b) - worthIn(a));
  const chosen = new Set<string>();
  const covered = new Set<number>();
  for (const place of ranked) {
    if ([...place.rows].some((row) => covered.has(row))) continue;
    chosen.add(place.name);
    for (const row of place.rows) covered.add(row);
  }
  // A word for a day may stand anywhere: in a quote, over the first message of a day.
  const days = new Map<string, number>();
  for (const leaves of found) {
    const those = new Set(leaves.flatMap(({ leaf, place }) => (leaf.isTime ? [lastingName(place)] : [])));
    for (const name of those) days.set(name, (days.get(name) ?? 0) + 1);
  }
  const lasting = (place: string) => {
    const count = days.get(lastingName(place)) ?? 0;
    return count > 1 && count >= rows.length / 4;
  };
  const repeating = new Set(
    [...places.values()].flatMap(({ name, texts }) =>
      texts.length > 2 && new Set(texts).size <= texts.length / 2 ? [name] : [],
    ),
  );
  return rows.map((element, i) => {
    const said = withParagraphs(
      (found[i] ?? []).flatMap(({ leaf, place }) => (chosen.has(place) && !isControl(leaf.element) ? [leaf] : [])),
      (found[i] ?? []).flatMap(({ leaf, place }) => (repeating.has(place) ? [] : [leaf])),
      element,
    );
    const others = (found[i] ?? []).filter(({ leaf }) => !said.includes(leaf));
    return { element, said, time: timeOf(others, chosen, lasting) };
  });
}

/** Without quotes that say whom they quote, where something else is said too. */
function withoutQuotes(leaves: readonly PlacedLeaf[], row: Element | undefined): readonly PlacedLeaf[] {
  const parts = row ? attributedQuotes(row).flatMap(({ quote, said }) => (said ? [quote, said] : [quote])) : [];
  if (parts.length === 0) return leaves;
  const left = leaves.filter(({ leaf }) => !parts.some((part) => part.contains(leaf.element)));
  return left.some(({ leaf }) => PARAGRAPH.test(leaf.element.tagName)) ? left : leaves;
}

/** The time of day that stands by itself, else a day or an age where most rows have one, else a time beside other words. */
function timeOf(
  leaves: readonly { leaf: Leaf; place: string }[],
  said: ReadonlySet<string>,
  lasting: (place: string) => boolean,
): Leaf | null {
  const alone = leaves.filter(({ leaf, place }) => leaf.isTime && !said.has(place));
  const time = alone.find(({ leaf }) => hasClock(leaf.text)) ?? alone.find(({ place }) => lasting(place));
  const beside = leaves.find(({ leaf, place }) => !said.has(place) && timeBeside(leaf.text) !== null);
  return (time ?? beside)?.leaf ?? null;
}

/** The time that a text shows, as it is written there. */
export function shownIn({ text, isTime }: Leaf): string {
  return (isTime ? timeIn(text) : timeBeside(text)) ?? text;
}

const PARAGRAPH = /^(?:P|LI|UL|OL|PRE|CODE|BLOCKQUOTE|H[1-6])$/u;

/** A text of several paragraphs is one: its lists and quotes belong to it; what repeats from row to row is a name. */
function withParagraphs(said: Leaf[], others: readonly Leaf[], row: Element): Leaf[] {
  const [first] = said;
  if (!first || !PARAGRAPH.test(first.element.tagName)) return said;
  let holder: Element = first.element;
  while (PARAGRAPH.test(holder.tagName) && holder.parentElement && holder !== row) holder = holder.parentElement;
  if (holder === row || !row.contains(holder)) return said;
  return others.filter(
    ({ element, isTime }) =>
      !isTime &&
      PARAGRAPH.test(element.tagName) &&
      holder.contains(element) &&
      !isCalledOtherwise(element, first.element),
  );
}

/** Both have names, and none in common: a line under the text rather than a paragraph of it. */
function isCalledOtherwise({ tagName, classList }: Element, text: Element): boolean {
  const names = [...classList];
  const isAlike =
    names.length === 0 || text.classList.length === 0 || names.some((name) => text.classList.contains(name));
  return tagName === text.tagName && !isAlike;
}

/** A name that stands with a time is the same name at another time. */
function withoutTime(text: string): string {
  const time = timeBeside(text);
  return time === null ? text : text.replace(time, '');
}

function variety(texts: readonly string[]): number {
  return new Set(texts).size / texts.length;
}

/** What an element is called by: a paragraph without a name by what holds it. */
function namedElement(element: Element, row: Element | undefined): Element {
  const parent = element.parentElement;
  const isBare = PARAGRAPH.test(element.tagName) && element.classList.length === 0;
  return isBare && parent && parent !== row && row?.contains(parent) === true ? parent : element;
}

function worth({ rows, texts, shapes, inBubble, named }: Place, count: number, byShape: boolean): number {
  const different = variety(byShape ? shapes : texts);
  const length = texts.reduce((sum, text) => sum + Math.min(40, text.length), 0) / texts.length;
  return different ** 2 * Math.sqrt(length) * Math.sqrt(rows.size / count) * (inBubble ? 1.7 : 1) * (named ? 1.4 : 1);
}

/** Whether somebody presses it rather than reads it. */
export function isControl(element: Element): boolean {
  return element.closest('button, [role="button"], select, input') !== null;
}

/** A box with a colour of its own around the text, below the row, and wider than a picture of a face. */
function isInBubble(element: Element, row: Element): boolean {
  for (let box: Element | null = element; box && box !== row; box = outerElement(box)) {
    const { backgroundColor, borderTopWidth, borderLeftWidth } = getComputedStyle(box);
    const coloured = !/^(?:transparent|rgba\(.*,\s*0\))$/u.test(backgroundColor);
    if ((coloured || (borderTopWidth !== '0px' && borderLeftWidth !== '0px')) && isSeen(box)) {
      const { width, height } = box.getBoundingClientRect();
      return Math.abs(width - height) > 6 || width > 60;
    }
  }
  return false;
}
