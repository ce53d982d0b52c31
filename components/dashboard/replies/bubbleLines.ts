/** Chinese characters that fit on one line of a chat bubble on a common phone. */
export const BUBBLE_WIDTH = 17;
/** Past this number of lines most customers stop reading. */
export const BUBBLE_LINES_MAX = 5;

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

/** Lines that a text takes in a phone's bubble: an estimate, Chinese characters as one, Latin ones as half. */
export function bubbleLines(text: string): number {
  if (text === '') return 0;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let width = 0;
    lines += 1;
    for (const character of paragraph) {
      const step = WIDE.test(character) ? 1 : 0.55;
      if (width + step > BUBBLE_WIDTH) {
        lines += 1;
        width = 0;
      }
      width += step;
    }
  }
  return lines;
}
