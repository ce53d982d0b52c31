import { readings } from './readings';
import { foldUnit, type SearchAlphabet } from './searchAlphabet';

/** Stands for any one letter or character in a query whose typing error is looked for. */
export const anyLetter = '\u0001';

const unknown = -1;

/**
 * A query as it is compared with numbered text: each character of text uses up itself, a whole reading of its own, the
 * first letters of one (f, zh), or, at the end of the query, any beginning of one. So `fh`, `fahuo`, `fah` and `fa货`
 * all find 发货, whichever reading a character has.
 */
export class SearchPattern {
  readonly #query: string;
  readonly #alphabet: SearchAlphabet;
  readonly #sounds: boolean;
  /** Per place in the query and number of a character: bit n set = the character may use up n letters there. */
  readonly #steps: (Int16Array | undefined)[];
  readonly #size: number;

  /** With `sounds`, Chinese characters of the query also find others that sound alike. */
  constructor(query: string, alphabet: SearchAlphabet, { sounds = false } = {}) {
    this.#query = [...query].length === query.length ? [...query].map(foldUnit).join('') : query;
    this.#alphabet = alphabet;
    this.#sounds = sounds;
    this.#size = alphabet.characters.length;
    this.#steps = new Array<Int16Array | undefined>(this.#query.length).fill(undefined);
  }

  /** Per number of a character, 0 where no match can begin with it: spares the look at most places of a long text. */
  firstSteps(): Int16Array {
    this.#steps[0] ??= new Int16Array(this.#size).fill(unknown);
    return this.#steps[0];
  }

  /** Where a match that begins at this place of the text ends (exclusive); -1 where none begins. */
  matchAt(text: Uint16Array, place: number, at = 0): number {
    if (at >= this.#query.length) return place;
    let steps = this.#steps[at];
    if (!steps) {
      steps = new Int16Array(this.#size).fill(unknown);
      this.#steps[at] = steps;
    }
    const number = text[place] ?? 0;
    let mask = steps[number] ?? 0;
    if (mask === unknown) {
      mask = this.#stepsOf(number, at);
      steps[number] = mask;
    }
    for (let length = 1; mask >> length > 0; length++) {
      if (((mask >> length) & 1) === 0) continue;
      const end = this.matchAt(text, place + 1, at + length);
      if (end >= 0) return end;
    }
    return -1;
  }

  /** Bits of the numbers of letters that a character may use up at this place of the query. */
  #stepsOf(number: number, at: number): number {
    if (number === 0) return 0;
    const letter = this.#query.charAt(at);
    const character = this.#alphabet.characters[number] ?? '';
    let mask = letter === character || letter === anyLetter ? 2 : 0;
    const own = this.#alphabet.readings[number] ?? [];
    for (const reading of own) {
      const agree = this.#agreement(reading, at);
      if (agree === 0) continue;
      const twoLetters = /^[zcs]h/.test(reading) && agree >= 2;
      const reachesEnd = at + agree === this.#query.length;
      mask |= 2 | (twoLetters ? 4 : 0);
      if (agree === reading.length || reachesEnd) mask |= 1 << agree;
      // An apostrophe divides syllables while an input method composes: f'h, xi'an.
      if (agree === reading.length && this.#query.charAt(at + agree) === "'") mask |= 1 << (agree + 1);
    }
    if (own.length > 0 && this.#query.charAt(at + 1) === "'" && (mask & 2) !== 0) mask |= 4;
    if (this.#sounds && mask === 0 && readings(letter).some((reading) => own.includes(reading))) mask = 2;
    return mask;
  }

  /** Number of letters from this place of the query on that agree with the reading's beginning. */
  #agreement(reading: string, at: number): number {
    let length = 0;
    while (length < reading.length && at + length < this.#query.length) {
      const letter = this.#query.charAt(at + length);
      if (letter !== reading.charAt(length) && letter !== anyLetter) break;
      length++;
    }
    return length;
  }
}
