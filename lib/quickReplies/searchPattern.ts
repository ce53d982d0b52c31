import { readings } from './readings';
import { foldUnit, type SearchAlphabet } from './searchAlphabet';

const unknown = -1;

/** How loosely a query is compared. */
export interface PatternOptions {
  /** Chinese characters of the query also find others that sound alike. */
  sounds?: boolean;
  /** One letter or character may be missing, too much, or another, but for the first. */
  oneError?: boolean;
}

/**
 * A query as it is compared with numbered text: each character of text uses up itself, a whole reading of its own, the
 * first letters of one (f, zh), or, at the end of the query, any beginning of one. So `fh`, `fahuo`, `fah` and `fa货`
 * all find 发货, whichever reading a character has.
 */
export class SearchPattern {
  /** The query, unit by unit as the alphabet counts it. */
  readonly query: string;
  readonly #alphabet: SearchAlphabet;
  readonly #sounds: boolean;
  readonly #oneError: boolean;
  /** Per place in the query and number of a character: bit n set = it may use up n letters there. */
  readonly #exact: (Int16Array | undefined)[];
  readonly #erring: (Int16Array | undefined)[];
  readonly #continuations = new Map<number, Uint8Array | null>();
  readonly #candidatesAt: ReadonlySet<number>[] = [];
  readonly #size: number;

  constructor(query: string, alphabet: SearchAlphabet, { sounds = false, oneError = false }: PatternOptions = {}) {
    this.query = [...query].length === query.length ? [...query].map(foldUnit).join('') : query;
    this.#alphabet = alphabet;
    this.#sounds = sounds;
    this.#oneError = oneError;
    this.#size = alphabet.characters.length;
    this.#exact = new Array<Int16Array | undefined>(this.query.length).fill(undefined);
    this.#erring = new Array<Int16Array | undefined>(this.query.length).fill(undefined);
  }

  /** Numbers of the characters with which a match can begin. */
  beginnings(): readonly number[] {
    return [...this.#candidates(0)];
  }

  /**
   * By number, whether a match that begins with the first character can go on with the second: spares most looks.
   * null where it can go on with any; empty where it can with none.
   */
  continuations(first: number): Uint8Array | null {
    if (this.#oneError) return null;
    const mask = this.#steps(this.#exact, first, 0);
    const known = this.#continuations.get(mask);
    if (known !== undefined) return known;
    const made = this.#continuationsOf(mask);
    this.#continuations.set(mask, made);
    return made;
  }

  #continuationsOf(mask: number): Uint8Array | null {
    const lengths = Array.from({ length: 16 }, (_, length) => length).filter((length) => (mask >> length) & 1);
    if (lengths.some((length) => length >= this.query.length)) return null;
    if (lengths.every((length) => this.#candidates(length).size === 0)) return new Uint8Array(0);
    const continuations = new Uint8Array(this.#size);
    for (const length of lengths) for (const number of this.#candidates(length)) continuations[number] = 1;
    return continuations;
  }

  /** Numbers of the characters that can use up letters from this place of the query on. */
  #candidates(at: number): ReadonlySet<number> {
    const known = this.#candidatesAt[at];
    if (known) return known;
    const letter = this.query.charAt(at);
    const numbers = new Set(this.#alphabet.beginningWith(letter));
    if (this.#sounds)
      for (const reading of readings(letter))
        for (const number of this.#alphabet.beginningWith(reading.charAt(0))) numbers.add(number);
    this.#candidatesAt[at] = numbers;
    return numbers;
  }

  /** Where a match that begins at this place of the text ends (exclusive); -1 where none begins. */
  matchAt(text: Uint16Array, place: number): number {
    return this.#match(text, place, 0, this.#oneError);
  }

  #match(text: Uint16Array, place: number, at: number, mayErr: boolean): number {
    if (at >= this.query.length) return place;
    const number = text[place] ?? 0;
    if (number === 0) return mayErr && at + 1 === this.query.length ? place : -1;
    let mask = this.#steps(this.#exact, number, at);
    for (let length = 1; mask >> length > 0; length++) {
      if (((mask >> length) & 1) === 0) continue;
      const end = this.#match(text, place + 1, at + length, mayErr);
      if (end >= 0) return end;
    }
    if (!mayErr) return -1;
    mask = this.#steps(this.#erring, number, at);
    for (let length = 0; mask >> length > 0; length++) {
      if (((mask >> length) & 1) === 0) continue;
      const end = this.#match(text, place + 1, at + length, false);
      if (end >= 0) return end;
    }
    return -1;
  }

  #steps(kept: (Int16Array | undefined)[], number: number, at: number): number {
    let steps = kept[at];
    if (!steps) {
      steps = new Int16Array(this.#size).fill(unknown);
      kept[at] = steps;
    }
    let mask = steps[number] ?? 0;
    if (mask === unknown) {
      mask = kept === this.#exact ? this.#stepsOf(number, at) : this.#erringStepsOf(number, at);
      steps[number] = mask;
    }
    return mask;
  }

  /** Bits of the numbers of letters that a character may use up at this place of the query. */
  #stepsOf(number: number, at: number): number {
    const letter = this.query.charAt(at);
    const character = this.#alphabet.characters[number] ?? '';
    let mask = letter === character ? 2 : 0;
    const own = this.#alphabet.readings[number] ?? [];
    for (const reading of own) {
      const agree = this.#agreement(reading, at);
      if (agree === 0) continue;
      const twoLetters = /^[zcs]h/.test(reading) && agree >= 2;
      const reachesEnd = at + agree === this.query.length;
      mask |= 2 | (twoLetters ? 4 : 0);
      if (agree === reading.length || reachesEnd) mask |= 1 << agree;
      // An apostrophe divides syllables while an input method composes: f'h, xi'an.
      if (agree === reading.length && this.query.charAt(at + agree) === "'") mask |= 1 << (agree + 1);
    }
    if (own.length > 0 && this.query.charAt(at + 1) === "'" && (mask & 2) !== 0) mask |= 4;
    if (this.#sounds && mask === 0 && readings(letter).some((reading) => own.includes(reading))) mask = 2;
    return mask;
  }

  /** The same with one error made within the character. */
  #erringStepsOf(number: number, at: number): number {
    const rest = this.query.slice(at);
    const own = this.#alphabet.readings[number] ?? [];
    const character = this.#alphabet.characters[number] ?? '';
    let mask = 0;
    for (const form of new Set([character, ...own, ...own.map((reading) => reading.charAt(0))])) {
      for (let length = Math.max(0, form.length - 1); length <= Math.min(form.length + 1, rest.length); length++) {
        const firstIsRight = at > 0 || (length > 0 && rest.charAt(0) === form.charAt(0));
        if (firstIsRight && oneApart(rest.slice(0, length), form)) mask |= 1 << length;
      }
      // At the end of the query any beginning of the reading will do.
      for (let part = rest.length - 1; part <= rest.length + 1 && part < form.length; part++) {
        const firstIsRight = at > 0 || rest.charAt(0) === form.charAt(0);
        if (part > 1 && firstIsRight && oneApart(rest, form.slice(0, part))) mask |= 1 << rest.length;
      }
    }
    return mask;
  }

  /** Number of letters from this place of the query on that agree with the reading's beginning. */
  #agreement(reading: string, at: number): number {
    let length = 0;
    while (
      length < reading.length &&
      at + length < this.query.length &&
      this.query.charAt(at + length) === reading.charAt(length)
    )
      length++;
    return length;
  }
}

/** Whether one letter left out, added or changed makes one of the other. */
function oneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short.charAt(same) === long.charAt(same)) same++;
  if (same === long.length) return false;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
