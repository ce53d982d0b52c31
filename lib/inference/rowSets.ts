import { boxInWindow, holdsNode, innerRootOf, outerElement } from '@/lib/observer/roots';
import { isSeen, type LeafIndex } from './leaves';
import { isLook, ownNames, wordsOf } from './naming';
import { quotesIn } from './quotes';
import { hasClock, timeBeside, timeIn } from './timeShape';
import type { Leaf } from './types';

/** Elements that may be the rows of one list. */
export interface RowSet {
  container: Element;
  rows: Element[];
  /** The share of the container's text that stands in rows. */
  coverage: number;
  /** They stand side by side, as tabs do: no messages, but they may be conversations. */
  isAcross?: boolean;
}

/** A row, and which of its texts is what was said. */
export interface Row {
  element: Element;
  said: Leaf[];
  time: Leaf | null;
}

/** So many rows are measured to know how they stand. */
const MOST_ROWS = 100;
const MOST_SETS = 150;

/** Every set of elements that are alike, that of one name or that of one parent. */
export function rowSets(index: LeafIndex): RowSet[] {
  const byName = new Map<string, Element[]>();
  const sets: Element[][] = [];
  for (const element of index.elements()) {
    for (const name of ownNames(element)) {
      // How wide a table's cells are says nothing about what they are.
      if (name.startsWith('[') && isLook(name)) continue;
      const known = byName.get(name);
      if (known) known.push(element);
      else byName.set(name, [element]);
    }
    const inner = innerRootOf(element);
    for (const parent of inner ? [element, inner] : [element]) {
      const children = [...parent.children].filter((child) => index.under(child).length > 0);
      if (children.length >= 2) sets.push(children);
      for (const tag of new Set(children.map(({ tagName }) => tagName))) {
        const kin = children.filter(({ tagName }) => tagName === tag);
        if (kin.length >= 2 && kin.length < children.length) sets.push(kin);
      }
    }
  }
  sets.push(...byName.values());
  const seen = new Map<Element, Set<number>>();
  const found: (RowSet & { weight: number })[] = [];
  for (const set of sets) {
    if (set.length < 2) continue;
    const members = new Set(set);
    const rows = withoutQuoted(set.filter((element) => !hasAncestorIn(element, members))).sort(
      (a, b) => index.order(a) - index.order(b),
    );
    const [first] = rows;
    if (!first || rows.length < 2 || seen.get(first)?.has(rows.length)) continue;
    const container = commonParent(rows);
    if (!container || container === container.ownerDocument.documentElement) continue;
    const some = rows.slice(-MOST_ROWS);
    const isAcross = !isStack(some);
    if (isAcross && !isLine(some)) continue;
    const lengths = seen.get(first) ?? new Set();
    seen.set(first, lengths.add(rows.length));
    const text = rows.reduce((sum, row) => sum + index.length(row), 0);
    const coverage = text / Math.max(1, index.length(container));
    found.push({
      container,
      rows,
      coverage,
      ...(isAcross ? { isAcross } : {}),
      weight: coverage * Math.min(rows.length, 8),
    });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_SETS);
}

/** A few that stand in quotes are quoted by the others. */
function withoutQuoted(elements: Element[]): Element[] {
  const rows = elements.filter((element) => element.parentElement?.closest('blockquote') == null);
  return rows.length > elements.length / 2 ? rows : elements;
}

function hasAncestorIn(element: Element, members: ReadonlySet<Element>): boolean {
  for (let parent = outerElement(element); parent; parent = outerElement(parent)) if (members.has(parent)) return true;
  return false;
}

function commonParent(rows: readonly Element[]): Element | null {
  let parent = rows[0] ? outerElement(rows[0]) : null;
  while (parent && !rows.every((row) => parent !== null && holdsNode(parent, row))) parent = outerElement(parent);
  return parent;
}

/** One above the other, in whatever order they stand in the document. */
function isStack(rows: readonly Element[]): boolean {
  const boxes = rows.map(boxInWindow).sort((a, b) => a.top - b.top);
  let wrong = 0;
  boxes.forEach((box, i) => {
    const before = boxes[i - 1];
    if (before && box.top < before.bottom - Math.max(4, before.height * 0.25)) wrong++;
  });
  return wrong <= rows.length / 10;
}

/** One beside the other, on one line. */
function isLine(rows: readonly Element[]): boolean {
  const boxes = rows.map(boxInWindow).sort((a, b) => a.left - b.left);
  return boxes.every((box, i) => {
    const before = boxes[i - 1];
    return !before || (box.left >= before.right - 2 && Math.abs(box.top - before.top) <= Math.max(4, box.height / 2));
  });
}

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
  const found = all.map((leaves) => leaves.filter(({ leaf }) => !quotes.has(leaf)));
  found.forEach((leaves, i) => {
    for (const { leaf, place: name } of leaves) {
      if (leaf.isTime || isControl(leaf.element)) continue;
      let place = places.get(name);
      if (!place) {
        const row = rows[i];
        const words = wordsOf([...leaf.element.classList].join(' '));
        place = {
          name,
          rows: new Set(),
          texts: [],
          inBubble: row !== undefined && isInBubble(leaf.element, row),
          named: words.some((word) => /^(?:text|msg|message|content|body|bubble)$/u.test(word)),
        };
        places.set(name, place);
      }
      place.rows.add(i);
      place.texts.push(withoutTime(leaf.text));
    }
  });
  const ranked = [...places.values()].sort((a, b) => worth(b, rows.length) - worth(a, rows.length));
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
  return rows.map((element, i) => ({
    element,
    said: withParagraphs(
      (found[i] ?? []).flatMap(({ leaf, place }) => (chosen.has(place) && !isControl(leaf.element) ? [leaf] : [])),
      (found[i] ?? []).flatMap(({ leaf, place }) => (repeating.has(place) ? [] : [leaf])),
      element,
    ),
    time: timeOf(found[i] ?? [], chosen, lasting),
  }));
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
  return others.filter(({ element, isTime }) => !isTime && PARAGRAPH.test(element.tagName) && holder.contains(element));
}

/** A name that stands with a time is the same name at another time. */
function withoutTime(text: string): string {
  const time = timeBeside(text);
  return time === null ? text : text.replace(time, '');
}

function worth({ rows, texts, inBubble, named }: Place, count: number): number {
  const different = new Set(texts).size / texts.length;
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
