/** A rectangle in CSS pixels of the window. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the mark stands, CSS pixels of the window: its top edge below the composer, or its bottom edge above. */
export interface CarePlace {
  left: number;
  maxWidth: number;
  top: number | null;
  bottom: number | null;
}

const LINE = 28;
const WIDTH = 420;
const MARGIN = 4;
/** Where text begins in a composer, or nearly. */
const INSET = 8;

/**
 * Below the composer, beside the send button, where there is room for so many lines; else above it. Never over the
 * composer, in which the text itself stands, nor over the send button.
 */
export function placeCareMark({
  composer,
  send,
  lines,
  window: { width: windowWidth, height: windowHeight },
}: {
  composer: Box;
  send: Box | null;
  lines: number;
  window: { width: number; height: number };
}): CarePlace {
  const left = Math.max(MARGIN, composer.left + INSET);
  const bottom = composer.top + composer.height;
  const height = LINE * lines;
  const inTheWay = send !== null && send.left > left && send.top < bottom + MARGIN + height ? send.left : windowWidth;
  const width = Math.min(WIDTH, inTheWay - MARGIN - left);
  if (windowHeight - bottom >= height + MARGIN && width >= WIDTH / 2)
    return { left, maxWidth: width, top: bottom + MARGIN, bottom: null };
  const maxWidth = Math.min(WIDTH, windowWidth - left - MARGIN);
  return { left, maxWidth, top: null, bottom: windowHeight - composer.top + MARGIN };
}
