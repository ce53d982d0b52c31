import type { SearchAlphabet } from './searchAlphabet';
import type { SearchHits } from './searchHits';

/** What is looked for in a row of numbered characters. */
export interface TextMatcher {
  /** Numbers of the characters with which a match can begin. */
  beginnings(): readonly number[];
  /**
   * By number, 1 for each character that can follow this first one: spares most looks. null where a match ends with the
   * first one already.
   */
  continuations(first: number): Uint16Array | null;
  /** Where a match that begins at this place of the row ends (exclusive); -1 where none begins. */
  matchAt(row: Uint16Array, place: number): number;
}

/** Texts behind the index are searched from end to end; so many units of them at most. */
const longestTail = 1 << 14;

/**
 * Many short texts in one row of numbered characters. All places are sorted by their character and the next one, so
 * that a search looks at the pairs of characters that occur rather than at the places where they do.
 */
export class SearchText {
  readonly #alphabet: SearchAlphabet;
  #row = new Uint16Array(1 << 12);
  #length = 0;
  readonly #starts: number[] = [];
  /** Places sorted by pair, and the text of each. */
  #places = new Int32Array(0);
  #texts = new Int32Array(0);
  /** By pair, its second character, and where its places begin; one more for the end. */
  #seconds = new Uint16Array(0);
  #pairStarts = new Int32Array(1);
  /** By character, its first pair; one more for the end. */
  #pairsOf = new Int32Array(1);
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

  /** Puts every place where it is found into `hits`, those of one text not necessarily one behind the other. */
  find(matcher: TextMatcher, hits: SearchHits): void {
    if (this.#length - this.#indexed > longestTail) this.index();
    hits.clear();
    const beginnings = matcher.beginnings();
    for (const number of beginnings) if (number + 1 < this.#pairsOf.length) this.#findIndexed(number, matcher, hits);
    if (this.#indexed === this.#length) return;
    const begins = new Set(beginnings);
    for (let text = this.#indexedTexts; text < this.#starts.length; text++)
      for (let place = this.#starts[text] ?? 0; this.#row[place] !== 0; place++)
        if (begins.has(this.#row[place] ?? 0) && matcher.matchAt(this.#row, place) >= 0) hits.push(text, place);
  }

  /** The first place of one text where it is found, in UTF-16 units; null where it is not. */
  findIn(text: number, matcher: TextMatcher): { start: number; end: number } | null {
    const start = this.#starts[text] ?? this.#length;
    for (let place = start; place < this.#length && this.#row[place] !== 0; place++) {
      const end = matcher.matchAt(this.#row, place);
      if (end >= 0) return { start: place - start, end: end - start };
    }
    return null;
  }

  /** Whether these characters stand at this place of the row. */
  standsAt(place: number, numbers: readonly number[]): boolean {
    for (let i = 0; i < numbers.length; i++) if (this.#row[place + i] !== numbers[i]) return false;
    return true;
  }

  /** Whether a text begins at this place of the row. */
  isStart(text: number, place: number): boolean {
    return this.#starts[text] === place;
  }

  /** Sorts all places. Otherwise done by the first search that needs it. */
  index(): void {
    const row = this.#row;
    const length = this.#length;
    const size = this.#alphabet.characters.length;
    // Sorted by the second character, then, keeping that order, by the first.
    const slots = new Int32Array(size + 1);
    for (let place = 0; place < length; place++) {
      const number = row[place] ?? 0;
      slots[number + 1] = (slots[number + 1] ?? 0) + 1;
    }
    for (let number = 1; number <= size; number++) slots[number] = (slots[number] ?? 0) + (slots[number - 1] ?? 0);
    // Every character is the second one as often as it is the first: one row of sums serves both.
    const ends = slots.slice();
    const bySecond = new Int32Array(length);
    const textAt = new Int32Array(length);
    for (let place = 0, text = 0; place < length; place++) {
      const second = row[(place + 1) % length] ?? 0;
      const slot = ends[second] ?? 0;
      ends[second] = slot + 1;
      bySecond[slot] = place;
      textAt[place] = text;
      if (row[place] === 0) text++;
    }
    ends.set(slots);
    this.#places = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const place = bySecond[i] ?? 0;
      const first = row[place] ?? 0;
      const slot = ends[first] ?? 0;
      ends[first] = slot + 1;
      this.#places[slot] = place;
    }
    this.#countPairs(slots, textAt);
    this.#indexed = length;
    this.#indexedTexts = this.#starts.length;
  }

  /** Finds where pairs begin in the sorted places; `slots` is where each first character begins. */
  #countPairs(slots: Int32Array, textAt: Int32Array): void {
    const row = this.#row;
    const length = this.#places.length;
    const seconds = new Uint16Array(length);
    const starts = new Int32Array(length + 1);
    this.#texts = new Int32Array(length);
    this.#pairsOf = new Int32Array(slots.length);
    let pairs = 0;
    for (let number = 0; number + 1 < slots.length; number++) {
      this.#pairsOf[number] = pairs;
      const stop = slots[number + 1] ?? 0;
      let before = -1;
      for (let i = slots[number] ?? 0; i < stop; i++) {
        const place = this.#places[i] ?? 0;
        this.#texts[i] = textAt[place] ?? 0;
        const second = row[place + 1] ?? 0;
        if (second === before) continue;
        before = second;
        seconds[pairs] = second;
        starts[pairs++] = i;
      }
    }
    this.#pairsOf[slots.length - 1] = pairs;
    starts[pairs] = length;
    this.#seconds = seconds.slice(0, pairs);
    this.#pairStarts = starts.slice(0, pairs + 1);
  }

  #findIndexed(first: number, matcher: TextMatcher, hits: SearchHits): void {
    const continuations = matcher.continuations(first);
    const stop = this.#pairsOf[first + 1] ?? 0;
    for (let pair = this.#pairsOf[first] ?? stop; pair < stop; pair++) {
      if (continuations !== null && continuations[this.#seconds[pair] ?? 0] === 0) continue;
      const end = this.#pairStarts[pair + 1] ?? 0;
      for (let i = this.#pairStarts[pair] ?? end; i < end; i++) {
        const place = this.#places[i] ?? 0;
        if (continuations === null || matcher.matchAt(this.#row, place) >= 0) hits.push(this.#texts[i] ?? 0, place);
      }
    }
  }
}
