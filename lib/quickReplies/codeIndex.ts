import { foldText } from './foldText';

/** Codes are short: beginnings of so many letters are kept. */
const longestKept = 3;
const none: readonly number[] = [];

/** Codes by what they begin with. */
export class CodeIndex {
  /** By number of the reply, as they are compared. */
  readonly codes: string[] = [];
  readonly #byBeginning = new Map<string, number[]>();

  /** Adds the code of the next reply. */
  add(code: string): void {
    const folded = foldCode(code);
    const number = this.codes.push(folded) - 1;
    for (let length = 1; length <= Math.min(longestKept, folded.length); length++) {
      const beginning = folded.slice(0, length);
      const numbers = this.#byBeginning.get(beginning);
      if (numbers === undefined) this.#byBeginning.set(beginning, [number]);
      else numbers.push(number);
    }
  }

  /** Numbers of the replies whose code may begin with this word, and with a longer one of all that do. */
  candidates(word: string): readonly number[] {
    return this.#byBeginning.get(word.slice(0, longestKept)) ?? none;
  }
}

/** Almost every code is plain; the full folding is slow. */
function foldCode(code: string): string {
  return /^[a-z0-9]*$/.test(code) ? code : foldText(code);
}
