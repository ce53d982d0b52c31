import type { LandmarkBox } from './landmarks';
import { boxInWindow } from './roots';

/**
 * Where a window stands among the frames of its page: the index at each step down from the page's own window, whatever
 * their origins; empty for the page itself. null = it cannot be told: a frame inside a shadow root has no index.
 */
export function framePathOf(window: Window): number[] | null {
  const path: number[] = [];
  for (let inner = window; inner !== inner.parent; inner = inner.parent) {
    const outer = inner.parent;
    const index = Array.from({ length: outer.length }, (_, i) => i).find((i) => outer[i] === inner);
    if (index === undefined) return null;
    path.unshift(index);
  }
  return path;
}

/** The element of a document's window that holds its frame of this index; null = there is none any more. */
export function frameElementAt(document: Document, index: number): Element | null {
  const inner = document.defaultView?.[index];
  if (inner === undefined) return null;
  const frames = document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object, embed');
  return [...frames].find(({ contentWindow }) => contentWindow === inner) ?? null;
}

/** Boxes of a frame's own window as they are seen in the window of the document around it; what it hides is left out. */
export function boxesThroughFrame(frame: Element, boxes: readonly LandmarkBox[]): LandmarkBox[] {
  const outer = boxInWindow(frame);
  const [left, top] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
  return boxes.flatMap((box) => {
    const [fromX, fromY] = [Math.max(0, box.left), Math.max(0, box.top)];
    const width = Math.min(box.left + box.width, frame.clientWidth) - fromX;
    const height = Math.min(box.top + box.height, frame.clientHeight) - fromY;
    return width > 0 && height > 0 ? [{ left: left + fromX, top: top + fromY, width, height }] : [];
  });
}
