import { readings } from './readings';
import { toSimplified } from './toSimplified';

const none: readonly number[] = [];

/**
 * The distinct characters of a library, numbered from 1 as they come; 0 divides texts. Characters that count as the
 * same (full width and half width, capital and small, traditional and simplified) have one number.
 */
export class SearchAlphabet {
  /** By UTF-16 unit; 0 = not seen yet. */
  readonly #numbers = new Uint16Array(1 << 16);
  readonly characters: string[] = ['\n'];
  readonly readings: (readonly string[])[] = [[]];
  /** By UTF-16 unit: numbers of the characters that are this letter, or of which a reading begins with it. */
  readonly #beginning = new Map<number, number[]>();

  /** Number of one UTF-16 unit, given by its code; a new one where it never came. */
  number(code: number): number {
    return this.#numbers[code] || this.#add(code);
  }

  /** Number of one UTF-16 unit; 0 where it never came. */
  find(unit: string): number {
    return this.#numbers[unit.charCodeAt(0)] || (this.#numbers[foldUnit(unit).charCodeAt(0)] ?? 0);
  }

  /** Numbers of the characters with which a match of something that begins with this UTF-16 unit can begin. */
  beginningWith(code: number): readonly number[] {
    return this.#beginning.get(code) ?? none;
  }

  #add(code: number): number {
    const unit = String.fromCharCode(code);
    const folded = foldUnit(unit);
    const foldedCode = folded.charCodeAt(0);
    const number = this.#numbers[foldedCode] || this.characters.push(folded) - 1;
    if (this.#numbers[foldedCode] === 0) {
      const own = readings(folded);
      this.readings.push(own);
      for (const start of new Set([foldedCode, ...own.map((reading) => reading.charCodeAt(0))])) {
        const numbers = this.#beginning.get(start) ?? [];
        numbers.push(number);
        this.#beginning.set(start, numbers);
      }
    }
    this.#numbers[code] = number;
    this.#numbers[foldedCode] = number;
    return number;
  }
}

const plain = /^[a-z0-9']$/;

/** Small letters, half width, simplified; one unit stays one unit, so that places in the text stay the same. */
export function foldUnit(unit: string): string {
  if (plain.test(unit)) return unit;
  const folded = unit.normalize('NFKC').toLowerCase();
  return toSimplified(folded.length === 1 ? folded : unit);
}
