import { boxInWindow, outerElement } from '@/lib/observer/roots';

/** What the scroll boxes around an element let be seen of it, CSS pixels in the window; it may be as good as empty. */
export function seenBox(element: Element): DOMRect {
  const box = boxInWindow(element);
  let { left, top, right, bottom } = box;
  for (let outer = outerElement(element); outer && outer.tagName !== 'BODY'; outer = outerElement(outer)) {
    const { overflowX, overflowY } = getComputedStyle(outer);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const frame = boxInWindow(outer);
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
