/** Heights of the panels' blocks, px, as the style sheets set them; together they keep the panels in their bounds. */
export const heights = {
  quiet: {
    max: 420,
    frame: 2,
    head: 32,
    title: 20,
    row: 36,
    current: 40,
    today: 80,
    suggestion: 24,
    marks: 30,
    notice: 46,
    toMark: 24,
    duty: 30,
  },
  peak: { max: 330, frame: 2, head: 40, row: 30, line: 24, strip: 24, notice: 46, duty: 30 },
} as const;

/** Most rows that a quiet panel ever shows. */
const quietRowsMax = 5;
/** Most rows that a peak panel ever shows, the line of those already over among them. */
const peakRowsMax = 8;

/** How many customers a quiet panel lists: at most five, fewer when the other blocks need the room. */
export function quietRows(blocks: {
  current: boolean;
  suggestions: number;
  marks: boolean;
  notice: boolean;
  toMark: boolean;
  duty: boolean;
}): number {
  const { quiet } = heights;
  const taken =
    quiet.frame +
    quiet.head +
    quiet.title +
    quiet.today +
    (blocks.current ? quiet.current : 0) +
    Math.min(3, blocks.suggestions) * quiet.suggestion +
    (blocks.marks ? quiet.marks : 0) +
    (blocks.notice ? quiet.notice : 0) +
    (blocks.toMark ? quiet.toMark : 0) +
    (blocks.duty ? quiet.duty : 0);
  return Math.min(quietRowsMax, Math.floor((quiet.max - taken) / quiet.row));
}

/** How many customers a peak panel lists: eight rows, one of them the line of those already over. */
export function peakRows(blocks: { over: boolean; suggestions: boolean; notice: boolean; duty: boolean }): number {
  const { peak } = heights;
  const taken =
    peak.frame +
    peak.head +
    peak.line +
    (blocks.suggestions ? peak.strip : 0) +
    (blocks.notice ? peak.notice : 0) +
    (blocks.duty ? peak.duty : 0);
  return Math.min(peakRowsMax, Math.floor((peak.max - taken) / peak.row)) - (blocks.over ? 1 : 0);
}
