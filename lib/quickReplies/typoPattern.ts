import type { RowPool } from './rowPool';
import type { SearchAlphabet } from './searchAlphabet';
import { hasTwoLetterInitial, SearchPattern } from './searchPattern';
import type { TextMatcher } from './searchText';

/** What is left of a query, seen from behind a character of the text; bit n = so many letters are used up. */
interface State {
  /** Without an error so far. */
  exact: number;
  /** With one. */
  erred: number;
  /** With two letters exchanged over the end of the character: the first letter of the next one is used up already. */
  exchanged: number;
  /** By number of the next character, what is behind it: `dead`, `found`, or a state; 0 = not worked out yet. */
  next: Uint16Array;
}

const dead = 1;
const found = 2;
/** Number of the first state. */
const firstState = 3;
/** Longer queries do not fit into the bits. */
const longest = 16;

/**
 * A query with one typing error: a letter or character too much, missing, another one, or exchanged with its
 * neighbour. The first letter is right, exchanged with the second, or too much.
 */
export class TypoPattern implements TextMatcher {
  readonly #query: string;
  readonly #alphabet: SearchAlphabet;
  readonly #right: SearchPattern;
  readonly #states: State[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #size: number;
  readonly #rows: RowPool;
  readonly #any: Uint16Array;

  constructor(term: string, alphabet: SearchAlphabet, rows: RowPool) {
    this.#right = new SearchPattern(term, alphabet, { rows });
    this.#query = this.#right.query.slice(0, longest);
    this.#alphabet = alphabet;
    this.#size = alphabet.characters.length;
    this.#rows = rows;
    this.#any = rows.take(this.#size).fill(1);
    this.#stateOf(1, 2, 0);
  }

  beginnings(): readonly number[] {
    const first = this.#alphabet.beginningWith(this.#query.charCodeAt(0));
    return [...new Set([...first, ...this.#alphabet.beginningWith(this.#query.charCodeAt(1))])];
  }

  continuations(): Uint16Array {
    return this.#any;
  }

  matchAt(row: Uint16Array, place: number): number {
    let state = this.#states[0];
    for (let at = place; ; at++) {
      const number = row[at] ?? 0;
      if (number === 0 || state === undefined) return -1;
      let next = state.next[number] ?? 0;
      if (next === 0) {
        next = this.#after(state, number);
        state.next[number] = next;
      }
      if (next === dead) return -1;
      if (next === found) return at + 1;
      state = this.#states[next - firstState];
    }
  }

  #stateOf(exact: number, erred: number, exchanged: number): number {
    const key = exact + erred * 2 ** 17 + exchanged * 2 ** 34;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const next = this.#rows.take(this.#size);
    const state = this.#states.push({ exact, erred, exchanged, next }) - 1 + firstState;
    this.#numbers.set(key, state);
    return state;
  }

  /** What is behind one more character: a state, `dead` or `found`. */
  #after(before: State, number: number): number {
    let exact = 0;
    let erred = 0;
    let exchanged = 0;
    const end = 1 << this.#query.length;
    for (let at = 0; at < this.#query.length; at++) {
      const bit = 1 << at;
      if (before.exact & bit) {
        exact |= this.#right.steps(number, at) << at;
        erred |= this.#erringSteps(number, at) << at;
        exchanged |= this.#exchangedSteps(number, at) << at;
      }
      if (before.erred & bit) erred |= this.#right.steps(number, at) << at;
    }
    for (let at = 0; at <= this.#query.length; at++)
      if (before.exchanged & (1 << at)) erred |= this.#stepsAfterExchange(number, at) << at;
    if ((exact | erred) & end) return found;
    return exact === 0 && erred === 0 && exchanged === 0 ? dead : this.#stateOf(exact, erred, exchanged);
  }

  /** Bits of the numbers of letters that a character may use up with one error made within it. */
  #erringSteps(number: number, at: number): number {
    let mask = this.#erringForm(this.#alphabet.characters[number] ?? '', 1, at);
    for (const reading of this.#alphabet.readings[number] ?? []) {
      mask |= this.#erringForm(reading, reading.length, at) | this.#erringForm(reading, 1, at);
      if (hasTwoLetterInitial(reading) && this.#is(at, reading, 1) && this.#is(at + 1, reading, 0)) mask |= 4;
    }
    return mask;
  }

  /** The same for one way to write the character: the first letters of a form. */
  #erringForm(form: string, size: number, at: number): number {
    const end = this.#query.length;
    const agree = this.#agreement(form, 0, size, at);
    const wrong = at + agree;
    let mask = 0;
    if (at > 0 || agree > 0) {
      if (agree === size) mask |= 1 << (size - 1);
      else {
        const missing = this.#agreement(form, agree + 1, size, wrong);
        if (agree + 1 + missing === size) mask |= 1 << (size - 1);
        else if (wrong + missing === end) mask |= 1 << (end - at);
      }
      if (agree < size && wrong < end) {
        const another = this.#agreement(form, agree + 1, size, wrong + 1);
        if (agree + 1 + another === size) mask |= 1 << size;
        else if (wrong + 1 + another === end && end - at > 1) mask |= 1 << (end - at);
      }
      if (wrong < end) {
        const tooMuch = this.#agreement(form, agree, size, wrong + 1);
        if (agree + tooMuch === size) mask |= 1 << (size + 1);
        else if (wrong + 1 + tooMuch === end && end - at > 2) mask |= 1 << (end - at);
      }
    }
    if (agree + 1 < size && this.#is(wrong, form, agree + 1) && this.#is(wrong + 1, form, agree)) {
      const behind = this.#agreement(form, agree + 2, size, wrong + 2);
      if (agree + 2 + behind === size || wrong + 2 + behind === end) mask |= 1 << (agree + 2 + behind);
    }
    return mask;
  }

  /** Where the last letter of the character and the first of the next one may be exchanged, both used up. */
  #exchangedSteps(number: number, at: number): number {
    let mask = this.#exchangedForm(this.#alphabet.characters[number] ?? '', 1, at);
    for (const reading of this.#alphabet.readings[number] ?? []) {
      mask |= this.#exchangedForm(reading, reading.length, at) | this.#exchangedForm(reading, 1, at);
      if (hasTwoLetterInitial(reading)) mask |= this.#exchangedForm(reading, 2, at);
    }
    return mask;
  }

  #exchangedForm(form: string, size: number, at: number): number {
    if (this.#agreement(form, 0, size - 1, at) < size - 1 || !this.#is(at + size, form, size - 1)) return 0;
    return this.#is(at + size - 1, form, size - 1) ? 0 : 1 << (size + 1);
  }

  /** What a character may use up of which the first letter came before the last one of the character before it. */
  #stepsAfterExchange(number: number, at: number): number {
    const first = at - 2;
    let mask = this.#is(first, this.#alphabet.characters[number] ?? '', 0) ? 1 : 0;
    for (const reading of this.#alphabet.readings[number] ?? []) {
      if (!this.#is(first, reading, 0)) continue;
      const agree = this.#agreement(reading, 1, reading.length, at);
      mask |= 1;
      if (1 + agree === reading.length || at + agree === this.#query.length) mask |= 1 << agree;
      if (agree > 0 && hasTwoLetterInitial(reading)) mask |= 2;
    }
    return mask;
  }

  /** Whether this letter of the query is that one of the form. */
  #is(at: number, form: string, place: number): boolean {
    return this.#query.charCodeAt(at) === form.charCodeAt(place);
  }

  /** Number of letters of the form, from one place to another, that the query has from this place on. */
  #agreement(form: string, from: number, to: number, at: number): number {
    let length = 0;
    while (from + length < to && this.#query.charCodeAt(at + length) === form.charCodeAt(from + length)) length++;
    return length;
  }
}
