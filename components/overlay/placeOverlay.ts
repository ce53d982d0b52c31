/** A rectangle in CSS pixels of the window. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What there is to place, and around what. */
export interface PlaceRequest {
  /** Size of the pill and of the unfolded panel. */
  pill: { width: number; height: number };
  panel: { width: number; height: number };
  /** The agent wants it unfolded. */
  unfolded: boolean;
  /** Where the agent dragged it to; null = nowhere yet. */
  wanted: { left: number; top: number } | null;
  viewport: { width: number; height: number };
  /** What must stay free: composer, send button, last message, the open conversation's row, dialogs. */
  obstacles: readonly Box[];
}

/** Where the overlay stands, and whether it has room for its panel. */
export interface Placement {
  left: number;
  top: number;
  unfolded: boolean;
}

/** Distance kept from the window's edge and from what must stay free. */
const MARGIN = 8;

/**
 * Finds room for the overlay: where the agent put it, else the nearest free place; as a pill when the panel fits
 * nowhere. Never over an obstacle as long as even the pill fits somewhere; else it stays where it covers least.
 */
export function placeOverlay(request: PlaceRequest): Placement {
  if (request.unfolded) {
    const room = freePlace(request, request.panel);
    if (room.covered === 0) return { left: room.left, top: room.top, unfolded: true };
  }
  const { left, top } = freePlace(request, request.pill);
  return { left, top, unfolded: false };
}

function freePlace({ viewport, obstacles, wanted }: PlaceRequest, size: { width: number; height: number }) {
  const right = Math.max(MARGIN, viewport.width - size.width - MARGIN);
  const bottom = Math.max(MARGIN, viewport.height - size.height - MARGIN);
  // Account, shop and duty state stand at the top of most workbenches, the composer in the middle.
  const home = wanted ?? { left: right, top: bottom };
  const clamped = { left: clamp(home.left, MARGIN, right), top: clamp(home.top, MARGIN, bottom) };
  // The best place touches an edge of the window or of an obstacle: only those need to be tried.
  const lefts = [clamped.left, MARGIN, right];
  const tops = [clamped.top, MARGIN, bottom];
  for (const box of obstacles) {
    lefts.push(box.left - size.width - MARGIN, box.left + box.width + MARGIN);
    tops.push(box.top - size.height - MARGIN, box.top + box.height + MARGIN);
  }
  let best = { ...clamped, covered: Number.POSITIVE_INFINITY, distance: 0 };
  for (const left of lefts.map((value) => clamp(value, MARGIN, right))) {
    for (const top of tops.map((value) => clamp(value, MARGIN, bottom))) {
      const covered = obstacles.reduce((sum, box) => sum + overlap({ left, top, ...size }, box), 0);
      const distance = Math.hypot(left - clamped.left, top - clamped.top);
      if (covered < best.covered || (covered === best.covered && distance < best.distance)) {
        best = { left, top, covered, distance };
      }
    }
  }
  return best;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
