/** Share of questions whose right answer came first, and among the first three. */
export interface Hits {
  questions: number;
  hitAt1: number;
  hitAt3: number;
}

/** Counts hits from the rank of each right answer, 0 = first; -1 = not there. */
export function countHits(ranks: readonly number[]): Hits {
  const within = (limit: number) => ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
  return { questions: ranks.length, hitAt1: round(within(1)), hitAt3: round(within(3)) };
}

/** Rank of one entry by its score, ties in order of entry; -1 where it scores nothing. */
export function rankOf(scores: readonly number[], right: number): number {
  const own = scores[right] ?? 0;
  if (own <= 0 && !scores.some((score) => score < 0)) return -1;
  return scores.filter((score, i) => score > own || (score === own && i < right)).length;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
