import { boxInWindow } from '@/lib/observer/roots';
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
 */
export function sidesOf(rows: readonly Row[], container: Element): (Side | null)[] {
  const frame = boxInWindow(container);
  const boxes = rows.map(({ said }) => {
    const [leaf] = said;
    if (!leaf || frame.width === 0) return null;
    const box = textBox(leaf.element);
    return box.width === 0 ? null : { left: box.left - frame.left, right: frame.right - box.right };
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
