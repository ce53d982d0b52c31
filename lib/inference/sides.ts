import { boxInWindow, outerElement } from '@/lib/observer/roots';
import { textBox } from './leaves';
import type { Row } from './rowSets';

/** Where a row stands in its list. */
export type Side = 'left' | 'right' | 'middle';

/** This much of the list's width from the middle is the middle still. */
const MIDDLE = 0.04;
/** Edges nearer than this, CSS pixels, are one edge. */
const EDGE_PX = 6;

/**
 * Where what was said is drawn in the list; null without a text, and where a text reaches from edge to edge. What counts
 * is the edge that a row shares with others, not which side it leans to: a long text in a single column leans to the right.
 * Where the words stand in one column, their bubbles may still stand on two sides.
 */
export function sidesOf(rows: readonly Row[], container: Element): (Side | null)[] {
  const words = sidesBy(rows, container, ({ said: [leaf] }) => (leaf ? textBox(leaf.element) : null));
  if (areBoth(words, 1)) return words;
  const bubbles = sidesBy(rows, container, bubbleBox);
  return areBoth(bubbles, LEAST_BUBBLES) ? bubbles : words;
}

/** Fewer bubbles than this at a side may stand there for another reason. */
const LEAST_BUBBLES = 2;

function areBoth(sides: readonly (Side | null)[], least: number): boolean {
  const at = (side: Side) => sides.filter((one) => one === side).length;
  return Math.min(at('left'), at('right')) >= least;
}

/** The box with a ground of its own around what was said, up to the row itself; null where there is none. */
function bubbleBox({ element, said: [leaf] }: Row): DOMRect | null {
  for (let box: Element | null = leaf?.element ?? null; box; box = outerElement(box)) {
    if (!/^(?:transparent|rgba\(.*,\s*0\))$/u.test(getComputedStyle(box).backgroundColor)) return boxInWindow(box);
    if (box === element) return null;
  }
  return null;
}

function sidesBy(rows: readonly Row[], container: Element, boxOf: (row: Row) => DOMRect | null): (Side | null)[] {
  const frame = boxInWindow(container);
  const boxes = rows.map((row) => {
    const box = frame.width === 0 ? null : boxOf(row);
    return box === null || box.width === 0 ? null : { left: box.left - frame.left, right: frame.right - box.right };
  });
  const lean = boxes.map((box) => {
    if (!box) return null;
    const off = (box.left - box.right) / frame.width;
    return Math.abs(off) < MIDDLE ? 'middle' : off < 0 ? 'left' : 'right';
  });
  const leftEdge = commonEdge(boxes.flatMap((box, i) => (box && lean[i] === 'left' ? [box.left] : [])));
  const rightEdge = commonEdge(boxes.flatMap((box, i) => (box && lean[i] === 'right' ? [box.right] : [])));
  return boxes.map((box, i) => {
    if (!box) return null;
    const atLeft = leftEdge !== null && Math.abs(box.left - leftEdge) <= EDGE_PX;
    const atRight = rightEdge !== null && Math.abs(box.right - rightEdge) <= EDGE_PX;
    if (atLeft && atRight) return null;
    if (atLeft) return 'left';
    if (atRight) return 'right';
    return lean[i] ?? null;
  });
}

/** The edge that most share; null where there is none. */
function commonEdge(edges: readonly number[]): number | null {
  const near = (edge: number) => edges.filter((one) => Math.abs(one - edge) <= EDGE_PX).length;
  return [...edges].sort((a, b) => near(b) - near(a))[0] ?? null;
}

/** Whether the page is written from right to left, so that one's own stands left. */
export function isRightToLeft(container: Element): boolean {
  return getComputedStyle(container).direction === 'rtl';
}
