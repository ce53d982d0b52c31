import { outerElement } from './roots';

/** This near to the end of a scroll box, its last row is the last message. */
const END_PX = 60;

/** The offset at which a list places a row; null when it places it by other means. */
function topOf(element: Element): number | null {
  const style = element.getAttribute('style') ?? '';
  const found = /(?:^|[;\s])top:\s*(-?[\d.]+)px|translateY\((-?[\d.]+)px\)|translate3d\([^,]+,\s*(-?[\d.]+)px/u.exec(
    style,
  );
  return found ? Number(found[1] ?? found[2] ?? found[3]) : null;
}

/** Recycled views wait here, far above their list, until they are used again; what they held last still stands in them. */
const PARKED_PX = -9999;

/**
 * Elements by the offset at which they are drawn, which is not the order in which they stand in the document; without
 * those that are parked.
 */
export function inShownOrder(elements: readonly Element[]): Element[] {
  return elements
    .map((element, index) => ({ element, index, top: topOf(element) }))
    .filter(({ top }) => top === null || top > PARKED_PX)
    .sort((a, b) => (a.top === null || b.top === null ? a.index - b.index : a.top - b.top))
    .map(({ element }) => element);
}

/** A selector for elements that are parked. */
export const PARKED = `[style*="(${PARKED_PX}px"]`;

/** Whether an element, or what it stands in, is parked until it is used again. */
export function isParked(element: Element): boolean {
  return element.closest(PARKED) !== null;
}

/**
 * Whether a scroll box, or the nearest one around an element, shows its end: of a list turned upside down, its beginning.
 * Asks for layout: only where rows are recycled.
 */
export function isAtEnd(start: Element, turned = false): boolean {
  let box: Element | null = start;
  while (box && box.scrollHeight <= box.clientHeight) box = outerElement(box);
  if (!box) return true;
  if (turned) return box.scrollTop <= END_PX;
  const reversed = box.scrollTop < 0 || getComputedStyle(box).flexDirection === 'column-reverse';
  const left = reversed ? Math.abs(box.scrollTop) : box.scrollHeight - box.clientHeight - box.scrollTop;
  return left <= END_PX;
}
