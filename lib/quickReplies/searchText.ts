import type { SearchAlphabet } from './searchAlphabet';
import type { SearchPattern } from './searchPattern';

/** Where a query was found. */
export interface TextHits {
  /** Numbers of the texts that have a hit. */
  texts: number[];
  /** By number of the text, its first hit in UTF-16 units; -1 where there is none. */
  starts: Int32Array;
  /** Exclusive. */
  ends: Int32Array;
}

/** Texts behind the index are searched from end to end; so many units of them at most. */
const longestTail = 1 << 14;

/** Many short texts in one row of numbered characters, with the places of every character. */
export class SearchText {
  readonly #alphabet: SearchAlphabet;
  #row = new Uint16Array(1 << 12);
  #length = 0;
  readonly #starts: number[] = [];
  /** Places by character, those of number n from #bounds[n] to #bounds[n + 1]; made when needed. */
  #places = new Int32Array(0);
  #bounds = new Int32Array(1);
  /** By place, the number of the text that it is in. */
  #texts = new Int32Array(0);
  #indexed = 0;
  #indexedTexts = 0;

  constructor(alphabet: SearchAlphabet) {
    this.#alphabet = alphabet;
  }

  /** Adds a text; its number is how many were there before. */
  add(text: string): void {
    while (this.#length + text.length + 1 > this.#row.length) {
      const longer = new Uint16Array(this.#row.length * 2);
      longer.set(this.#row);
      this.#row = longer;
    }
    this.#starts.push(this.#length);
    for (let i = 0; i < text.length; i++) this.#row[this.#length++] = this.#alphabet.number(text.charCodeAt(i));
    this.#row[this.#length++] = 0;
  }

  /** The first hit of each text. */
  find(pattern: SearchPattern): TextHits {
    if (this.#length - this.#indexed > longestTail) this.index();
    const hits = noHits(this.#starts.length);
    const { texts, starts, ends } = hits;
    const beginnings = pattern.beginnings();
    for (const number of beginnings) this.#findIndexed(number, pattern, hits);
    const begins = new Set(beginnings);
    for (let text = this.#indexedTexts; text < this.#starts.length; text++) {
      const start = this.#starts[text] ?? 0;
      const stop = (this.#starts[text + 1] ?? this.#length) - 1;
      for (let place = start; place < stop && starts[text] === -1; place++) {
        const end = begins.has(this.#row[place] ?? 0) ? pattern.matchAt(this.#row, place) : -1;
        if (end < 0) continue;
        texts.push(text);
        starts[text] = place - start;
        ends[text] = end - start;
      }
    }
    return hits;
  }

  /** Whether these characters stand in a text at this place. */
  standsAt(text: number, place: number, numbers: readonly number[]): boolean {
    const start = (this.#starts[text] ?? 0) + place;
    for (let i = 0; i < numbers.length; i++) if (this.#row[start + i] !== numbers[i]) return false;
    return true;
  }

  /** Sorts all places by character. Otherwise done by the first search that needs it. */
  index(): void {
    const row = this.#row;
    const bounds = new Int32Array(this.#alphabet.characters.length + 1);
    for (let place = 0; place < this.#length; place++) {
      const next = (row[place] ?? 0) + 1;
      bounds[next] = (bounds[next] ?? 0) + 1;
    }
    for (let number = 1; number < bounds.length; number++)
      bounds[number] = (bounds[number] ?? 0) + (bounds[number - 1] ?? 0);
    const fill = bounds.slice();
    this.#places = new Int32Array(this.#length);
    this.#texts = new Int32Array(this.#length);
    for (let place = 0, text = 0; place < this.#length; place++) {
      const number = row[place] ?? 0;
      const slot = fill[number] ?? 0;
      fill[number] = slot + 1;
      this.#places[slot] = place;
      this.#texts[place] = text;
      if (number === 0) text++;
    }
    this.#bounds = bounds;
    this.#indexed = this.#length;
    this.#indexedTexts = this.#starts.length;
  }

  #findIndexed(number: number, pattern: SearchPattern, { texts, starts, ends }: TextHits): void {
    const places = this.#places;
    const row = this.#row;
    const continuations = pattern.continuations(number);
    if (continuations?.length === 0) return;
    const stop = this.#bounds[number + 1] ?? 0;
    for (let i = this.#bounds[number] ?? stop; i < stop; i++) {
      const place = places[i] ?? 0;
      if (continuations !== null && continuations[row[place + 1] ?? 0] === 0) continue;
      const text = this.#texts[place] ?? 0;
      const start = place - (this.#starts[text] ?? 0);
      const before = starts[text] ?? -1;
      if (before >= 0 && before <= start) continue;
      const end = pattern.matchAt(row, place);
      if (end < 0) continue;
      if (before < 0) texts.push(text);
      starts[text] = start;
      ends[text] = end - place + start;
    }
  }
}

/** Hits to be filled in, for so many texts. */
export function noHits(size: number): TextHits {
  return { texts: [], starts: new Int32Array(size).fill(-1), ends: new Int32Array(size) };
}
