import { foldText } from './foldText';
import { toSimplified } from './toSimplified';

/** Words that change nothing in what is said. */
const fillers = /亲亲|亲爱的|亲|哦|呢|呀|哈|啊|嗯|啦|哟|噢|您|你/g;

/** What a text says, without punctuation, emoji, polite words and their variants: equal = the same answer. */
export function textCore(text: string): string {
  const folded = [...foldText(text)].map(toSimplified).join('');
  const core = folded.replace(/[^\p{L}\p{N}%]/gu, '');
  return core.replace(fillers, '') || core;
}

/** From 0 to 1: shared pairs of neighbouring characters, of all that either has (each as often as it stands there). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = pairsOf(one);
  let shared = 0;
  for (const [pair, count] of pairsOf(other)) shared += Math.min(count, pairs.get(pair) ?? 0);
  const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1) - shared;
  return all === 0 ? 0 : shared / all;
}

/** Texts that are so alike are one answer said twice. */
export const nearly = 0.75;

/**
 * Cores that are looked up by likeness. Of each core only as many pairs are indexed, the rarest, that two cores which
 * are nearly the same have at least one of them in common (prefix filtering): any order that is the same for all cores
 * serves, the rarest first leaves the fewest to be compared.
 */
export class NearIndex {
  readonly #numbers = new Map<string, number>();
  /** Per core, the numbers of its tokens (pairs, each with which time it stands there), ascending. */
  readonly #tokens: Int32Array[] = [];
  readonly #tokenNumbers = new Map<string, number>();
  /** Per token, the cores that are indexed by it. */
  readonly #holders: number[][] = [];
  readonly #counts = new Map<string, number>();

  /** Takes note of how frequent the pairs of a core are. Only before anything is added. */
  count(core: string): void {
    for (const pair of pairsOf(core).keys()) this.#counts.set(pair, this.#countOf(pair) + 1);
  }

  /** Adds a core; its number is how many distinct ones were there before, or that of its equal. */
  add(core: string): number {
    const known = this.#numbers.get(core);
    if (known !== undefined) return known;
    const { all, telling } = this.#read(core);
    const number = this.#tokens.push(all) - 1;
    this.#numbers.set(core, number);
    for (const token of telling) this.#holders[token]?.push(number);
    return number;
  }

  /** Number of the core that is most alike, the first among equals; null where none is nearly the same. */
  nearest(core: string): number | null {
    const equal = this.#numbers.get(core);
    if (equal !== undefined) return equal;
    const { all, telling } = this.#read(core);
    let best: number | null = null;
    let top = nearly;
    for (const token of telling)
      for (const number of this.#holders[token] ?? []) {
        const other = this.#tokens[number] ?? new Int32Array();
        if (Math.min(all.length, other.length) < top * Math.max(all.length, other.length)) continue;
        const shared = sharedOf(all, other);
        const alike = shared / (all.length + other.length - shared);
        if (alike < top || (alike === top && best !== null && best <= number)) continue;
        top = alike;
        best = number;
      }
    return best;
  }

  /** All tokens of a core, and those of which two nearly equal cores share one. */
  #read(core: string): { all: Int32Array; telling: number[] } {
    const tokens: { number: number; count: number }[] = [];
    for (const [pair, times] of pairsOf(core)) {
      const count = this.#countOf(pair);
      for (let time = 1; time <= times; time++) tokens.push({ number: this.#numberOf(pair + time), count });
    }
    const all = Int32Array.from(tokens, ({ number }) => number).sort();
    tokens.sort((a, b) => a.count - b.count || a.number - b.number);
    tokens.length -= Math.max(0, Math.ceil(nearly * tokens.length) - 1);
    return { all, telling: tokens.map(({ number }) => number) };
  }

  #numberOf(token: string): number {
    const known = this.#tokenNumbers.get(token);
    if (known !== undefined) return known;
    this.#tokenNumbers.set(token, this.#holders.length);
    return this.#holders.push([]) - 1;
  }

  #countOf(pair: string): number {
    return this.#counts.get(pair) ?? 0;
  }
}

/** How many numbers two ascending lists without repetitions have in common. */
function sharedOf(one: Int32Array, other: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
