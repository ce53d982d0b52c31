import { readings } from './readings';
import type { RowPool } from './rowPool';
import { foldUnit, type SearchAlphabet } from './searchAlphabet';
import type { TextMatcher } from './searchText';

const apostrophe = 39;
/** Set in a mask that was worked out. */
const known = 1 << 15;

/**
 * A query as it is compared with numbered text: each character of text uses up itself, a whole reading of its own, the
 * first letters of one (f, zh), or, at the end of the query, any beginning of one. So `fh`, `fahuo`, `fah` and `fa货`
 * all find 发货, whichever reading a character has.
 */
export class SearchPattern implements TextMatcher {
  /** The query, unit by unit as the alphabet counts it. */
  readonly query: string;
  readonly #alphabet: SearchAlphabet;
  readonly #rows: RowPool;
  readonly #sounds: boolean;
  /** Per place in the query and number of a character: bit n set = it may use up n letters there. */
  readonly #masks: (Uint16Array | undefined)[] = [];
  /** By mask of the first character, 1 for every character that can follow; null = any can. */
  readonly #continuations = new Map<number, Uint16Array | null>();
  readonly #size: number;

  /** With `sounds`, Chinese characters of the query also find others that sound alike. */
  constructor(term: string, alphabet: SearchAlphabet, { rows, sounds = false }: { rows: RowPool; sounds?: boolean }) {
    this.query = foldTerm(term);
    this.#alphabet = alphabet;
    this.#rows = rows;
    this.#sounds = sounds;
    this.#size = alphabet.characters.length;
  }

  beginnings(): readonly number[] {
    return this.#candidates(0);
  }

  continuations(first: number): Uint16Array | null {
    const mask = this.steps(first, 0);
    let continuations = this.#continuations.get(mask);
    if (continuations === undefined) {
      continuations = this.#continuationsOf(mask);
      this.#continuations.set(mask, continuations);
    }
    return continuations;
  }

  matchAt(row: Uint16Array, place: number): number {
    return this.#match(row, place, 0);
  }

  #continuationsOf(mask: number): Uint16Array | null {
    const continuations = this.#rows.take(this.#size);
    for (let length = 1; mask >> length > 0; length++) {
      if (((mask >> length) & 1) === 0) continue;
      if (length >= this.query.length) return null;
      for (const number of this.#candidates(length)) continuations[number] = 1;
    }
    return continuations;
  }

  /** Numbers of the characters that can use up letters from this place of the query on. */
  #candidates(at: number): readonly number[] {
    const own = this.#alphabet.beginningWith(this.query.charCodeAt(at));
    if (!this.#sounds) return own;
    const numbers = new Set(own);
    for (const reading of readings(this.query.charAt(at)))
      for (const number of this.#alphabet.beginningWith(reading.charCodeAt(0))) numbers.add(number);
    return [...numbers];
  }

  #match(row: Uint16Array, place: number, at: number): number {
    if (at >= this.query.length) return place;
    const number = row[place] ?? 0;
    if (number === 0) return -1;
    const mask = this.steps(number, at);
    for (let length = 1; mask >> length > 0; length++) {
      if (((mask >> length) & 1) === 0) continue;
      const end = this.#match(row, place + 1, at + length);
      if (end >= 0) return end;
    }
    return -1;
  }

  /** Bit n set = a character, by its number, may use up n letters at this place of the query. */
  steps(number: number, at: number): number {
    let masks = this.#masks[at];
    if (masks === undefined) {
      masks = this.#rows.take(this.#size);
      this.#masks[at] = masks;
    }
    let mask = masks[number] ?? 0;
    if (mask === 0) {
      mask = this.#stepsOf(number, at) | known;
      masks[number] = mask;
    }
    return mask & ~known;
  }

  /** Bits of the numbers of letters that a character may use up at this place of the query. */
  #stepsOf(number: number, at: number): number {
    const { query } = this;
    const letter = query.charCodeAt(at);
    let mask = letter === this.#alphabet.characters[number]?.charCodeAt(0) ? 2 : 0;
    const own = this.#alphabet.readings[number] ?? [];
    for (const reading of own) {
      let agree = 0;
      while (agree < reading.length && query.charCodeAt(at + agree) === reading.charCodeAt(agree)) agree++;
      if (agree === 0) continue;
      mask |= agree >= 2 && hasTwoLetterInitial(reading) ? 6 : 2;
      if (agree === reading.length || at + agree === query.length) mask |= 1 << agree;
      // An apostrophe divides syllables while an input method composes: f'h, xi'an.
      if (agree === reading.length && query.charCodeAt(at + agree) === apostrophe) mask |= 1 << (agree + 1);
    }
    if (own.length > 0 && mask & 2 && query.charCodeAt(at + 1) === apostrophe) mask |= 4;
    if (this.#sounds && mask === 0 && readings(query.charAt(at)).some((reading) => own.includes(reading))) mask = 2;
    return mask;
  }
}

/** Whether a reading begins with zh, ch or sh. */
export function hasTwoLetterInitial(reading: string): boolean {
  if (reading.charCodeAt(1) !== 104) return false;
  const first = reading.charCodeAt(0);
  return first === 122 || first === 99 || first === 115;
}

/** A word of a query as the alphabet counts it. */
export function foldTerm(term: string): string {
  return [...term].length === term.length ? Array.from(term, foldUnit).join('') : term;
}
