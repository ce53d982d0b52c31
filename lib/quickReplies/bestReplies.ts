import type { QuickReply } from '@/lib/domain/quickReply';

/** A reply with its points and its number in the search. */
export interface RankedReply {
  number: number;
  reply: QuickReply;
  score: number;
}

/** The best few of many: by score, favourites first among equals, then by use, shorter title, order and id. */
export class BestReplies {
  readonly #limit: number;
  /** Best first. */
  readonly ranked: RankedReply[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether one with this score could still be among the best. */
  admits(score: number): boolean {
    return this.ranked.length < this.#limit || score >= (this.ranked.at(-1)?.score ?? Infinity);
  }

  /** Takes one in at its place, and leaves out the last when there are too many. */
  add(entry: RankedReply): void {
    let low = 0;
    let high = this.ranked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.ranked[middle];
      if (other && compare(other, entry) <= 0) low = middle + 1;
      else high = middle;
    }
    if (low >= this.#limit) return;
    this.ranked.splice(low, 0, entry);
    if (this.ranked.length > this.#limit) this.ranked.pop();
  }
}

function compare(a: RankedReply, b: RankedReply): number {
  return (
    b.score - a.score ||
    Number(b.reply.favourite ?? false) - Number(a.reply.favourite ?? false) ||
    b.reply.uses - a.reply.uses ||
    a.reply.title.length - b.reply.title.length ||
    a.reply.order - b.reply.order ||
    (a.reply.id < b.reply.id ? -1 : 1)
  );
}
