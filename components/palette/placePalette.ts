/** A rectangle in CSS pixels of the window. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the palette stands, CSS pixels of the window: its bottom edge above the caret's line, or its top edge below. */
export interface PalettePlace {
  left: number;
  width: number;
  top: number | null;
  bottom: number | null;
}

const WIDTH = 420;
/** Room that it wants; with less above the caret than below it stands below. */
const HEIGHT = 268;
const MARGIN = 4;

/**
 * The palette's place at the caret: above its line, or below where there is no room; inside the window, and not over the
 * send button where it can stand beside it.
 */
export function placePalette({
  caret,
  window: { width: windowWidth, height: windowHeight },
  send,
}: {
  caret: Omit<Box, 'width'>;
  window: { width: number; height: number };
  /** null where the workbench shows none. */
  send: Box | null;
}): PalettePlace {
  const width = Math.min(WIDTH, windowWidth - 2 * MARGIN);
  const caretBottom = caret.top + caret.height;
  const roomAbove = caret.top - MARGIN;
  const roomBelow = windowHeight - caretBottom - MARGIN;
  const above = roomAbove >= HEIGHT || roomAbove >= roomBelow;
  const top = above ? Math.max(MARGIN, roomAbove - HEIGHT) : caretBottom + MARGIN;
  const height = Math.min(HEIGHT, above ? roomAbove : roomBelow);
  const clamp = (left: number) => Math.max(MARGIN, Math.min(left, windowWidth - width - MARGIN));
  const wanted = clamp(caret.left);
  const covers = (left: number) =>
    send !== null &&
    left < send.left + send.width &&
    left + width > send.left &&
    top < send.top + send.height &&
    top + height > send.top;
  const beside = send === null ? [] : [send.left - width - MARGIN, send.left + send.width + MARGIN].map(clamp);
  const left = covers(wanted) ? (beside.find((one) => !covers(one)) ?? wanted) : wanted;
  return above
    ? { left, width, top: null, bottom: windowHeight - caret.top + MARGIN }
    : { left, width, top: caretBottom + MARGIN, bottom: null };
}
