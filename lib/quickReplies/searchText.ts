import type { SearchAlphabet } from './searchAlphabet';
import type { SearchPattern } from './searchPattern';

/** One place where a query was found. */
export interface TextHit {
  /** Number of the text, in the order of coming. */
  text: number;
  /** Within the text, in UTF-16 units; end exclusive. */
  start: number;
  end: number;
}

/** Many short texts in one row of numbered characters, which is searched from end to end. */
export class SearchText {
  readonly #alphabet: SearchAlphabet;
  #row = new Uint16Array(1 << 12);
  #length = 0;
  readonly #starts: number[] = [];

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
    for (let i = 0; i < text.length; i++) this.#row[this.#length++] = this.#alphabet.number(text.charAt(i));
    this.#row[this.#length++] = 0;
  }

  /** The first hit of each text that has one. */
  find(pattern: SearchPattern): TextHit[] {
    const hits: TextHit[] = [];
    const row = this.#row;
    const first = pattern.firstSteps();
    for (let text = 0; text < this.#starts.length; text++) {
      const start = this.#starts[text] ?? 0;
      const end = (this.#starts[text + 1] ?? this.#length) - 1;
      for (let place = start; place < end; place++) {
        if (first[row[place] ?? 0] === 0) continue;
        const found = pattern.matchAt(row, place);
        if (found < 0) continue;
        hits.push({ text, start: place - start, end: found - start });
        break;
      }
    }
    return hits;
  }
}
