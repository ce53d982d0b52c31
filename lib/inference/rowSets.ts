import { boxInWindow, holdsNode, innerRootOf, outerElement } from '@/lib/observer/roots';
import type { LeafIndex } from './leaves';
import { isLook, ownNames } from './naming';
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
    const coverage = coverageOf(rows, container, index);
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

/** The share of the container's text that stands in rows. */
export function coverageOf(rows: readonly Element[], container: Element, index: LeafIndex): number {
  const text = rows.reduce((sum, row) => sum + index.length(row), 0);
  return text / Math.max(1, index.length(container));
}

/** The innermost element around all the rows; null where there is none. */
export function commonParent(rows: readonly Element[]): Element | null {
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
