import { readings } from './readings';
import { toSimplified } from './toSimplified';

/**
 * The distinct characters of a library, numbered from 1 as they come; 0 divides texts. Characters that count as the
 * same (full width and half width, capital and small, traditional and simplified) have one number.
 */
export class SearchAlphabet {
  readonly #numbers = new Map<string, number>();
  readonly characters: string[] = ['\n'];
  readonly readings: (readonly string[])[] = [[]];

  /** Number of one UTF-16 unit. */
  number(unit: string): number {
    const known = this.#numbers.get(unit);
    if (known !== undefined) return known;
    const folded = foldUnit(unit);
    const same = this.#numbers.get(folded);
    const number = same ?? this.characters.push(folded) - 1;
    if (same === undefined) this.readings.push(readings(folded));
    this.#numbers.set(unit, number).set(folded, number);
    return number;
  }
}

/** Small letters, half width, simplified; one unit stays one unit, so that places in the text stay the same. */
export function foldUnit(unit: string): string {
  const folded = unit.normalize('NFKC').toLowerCase();
  return toSimplified(folded.length === 1 ? folded : unit);
}
