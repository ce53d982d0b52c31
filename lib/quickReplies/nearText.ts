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

/** Cores that are looked up by likeness: only those that share a pair are compared. */
export class NearIndex {
  readonly #cores: string[] = [];
  readonly #byPair = new Map<string, number[]>();
  readonly #numbers = new Map<string, number>();

  /** Adds a core; its number is how many distinct ones were there before, or that of its equal. */
  add(core: string): number {
    const known = this.#numbers.get(core);
    if (known !== undefined) return known;
    const number = this.#cores.push(core) - 1;
    this.#numbers.set(core, number);
    for (const pair of pairsOf(core).keys()) {
      const holders = this.#byPair.get(pair) ?? [];
      holders.push(number);
      this.#byPair.set(pair, holders);
    }
    return number;
  }

  /** Number of the core that is most alike, the first among equals; null where none is nearly the same. */
  nearest(core: string): number | null {
    const equal = this.#numbers.get(core);
    if (equal !== undefined) return equal;
    const candidates = new Map<number, number>();
    for (const pair of pairsOf(core).keys())
      for (const number of this.#byPair.get(pair) ?? []) candidates.set(number, (candidates.get(number) ?? 0) + 1);
    let best: number | null = null;
    let top = nearly;
    for (const [number, shared] of candidates) {
      const other = this.#cores[number] ?? '';
      // Fewer shared pairs than this cannot be enough.
      if (shared < (nearly / 2) * Math.min(core.length - 1, other.length - 1)) continue;
      const alike = likeness(core, other);
      if (alike > top || (alike === top && best === null)) {
        top = alike;
        best = number;
      }
    }
    return best;
  }
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
