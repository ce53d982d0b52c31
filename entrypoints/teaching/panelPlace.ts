import type { PanelPlace } from '@/components/teaching/TeachingPanel';

const WIDTH = 340;
const HEIGHT = 430;
const MARGIN = 12;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The place beside the window's edge at which the panel hides least of what was found. */
export function panelPlace(boxes: readonly Box[], viewport: { width: number; height: number }): PanelPlace {
  const right = Math.max(MARGIN, viewport.width - WIDTH - MARGIN);
  const bottom = Math.max(MARGIN, viewport.height - HEIGHT - MARGIN);
  const places = [right, Math.round((MARGIN + right) / 2), MARGIN].flatMap((left) =>
    [MARGIN, bottom].map((top) => ({ left, top })),
  );
  const hidden = ({ left, top }: PanelPlace) =>
    boxes.reduce(
      (sum, box) => sum + shared(left, WIDTH, box.left, box.width) * shared(top, HEIGHT, box.top, box.height),
      0,
    );
  return places.sort((a, b) => hidden(a) - hidden(b))[0] ?? { left: right, top: MARGIN };
}

function shared(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));
}
