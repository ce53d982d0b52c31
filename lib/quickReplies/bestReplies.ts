import type { QuickReply } from '@/lib/domain/quickReply';

/** A number of the search with its points. */
export interface RankedNumber {
  number: number;
  score: number;
}

/** The best few of many: by score, and among equals by their standing. */
export class BestReplies {
  readonly #limit: number;
  readonly #standings: ArrayLike<number>;
  /** Best first. */
  readonly ranked: RankedNumber[] = [];

  /** `standings`: by number, higher is better. */
  constructor(limit: number, standings: ArrayLike<number>) {
    this.#limit = limit;
    this.#standings = standings;
  }

  /** Whether this one would be among the best. */
  admits(number: number, score: number): boolean {
    const last = this.ranked[this.#limit - 1];
    return last === undefined ? this.#limit > 0 : this.#isBefore(number, score, last);
  }

  /** Takes one in at its place, and leaves out the last when there are too many. */
  add(number: number, score: number): void {
    const { ranked } = this;
    let at = ranked.length;
    while (at > 0 && this.#isBefore(number, score, ranked[at - 1])) at--;
    ranked.splice(at, 0, { number, score });
    if (ranked.length > this.#limit) ranked.pop();
  }

  #isBefore(number: number, score: number, other: RankedNumber | undefined): boolean {
    if (other === undefined || score !== other.score) return other === undefined || score > other.score;
    const [own, others] = [this.#standings[number] ?? 0, this.#standings[other.number] ?? 0];
    return own !== others ? own > others : number < other.number;
  }
}

/** Favourites first, then by use, shorter title and order, as one number; higher is better. */
export function standing({ favourite = false, uses, title, order }: QuickReply): number {
  const part = (value: number, bits: number) => Math.min(Math.max(0, Math.floor(value)), 2 ** bits - 1);
  const byTitle = 2 ** 8 - 1 - part(title.length, 8);
  const byOrder = 2 ** 20 - 1 - part(order, 20);
  return ((Number(favourite) * 2 ** 20 + part(uses, 20)) * 2 ** 8 + byTitle) * 2 ** 20 + byOrder;
}
