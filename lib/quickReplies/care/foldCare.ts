import { toSimplified } from '../toSimplified';

/** A text as words are looked for in it, and where each of its units stood. */
export interface FoldedText {
  units: string[];
  /** Start of each unit in the text as written, in UTF-16 units; one more for the end. */
  starts: number[];
}

/** What may stand between the characters of a word to hide it. Signs that are part of words stay. */
const hiding = /[^\p{L}\p{N}%+]/u;

/** Half width, lower case, simplified, without what stands between: `加 Ｖ-Ｘ` and `加vx` are the same. */
export function foldCare(text: string): FoldedText {
  const folded: FoldedText = { units: [], starts: [] };
  let at = 0;
  for (const character of text) {
    const plain = character === '➕' ? '+' : character.normalize('NFKC').toLowerCase();
    for (const unit of plain) {
      if (hiding.test(unit)) continue;
      folded.units.push(toSimplified(unit));
      folded.starts.push(at);
    }
    at += character.length;
  }
  folded.starts.push(at);
  return folded;
}
