import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createSuggester } from '@/lib/quickReplies/suggest';
import { bm25Baseline } from './bm25Baseline';
import { countHits, type Hits, rankOf } from './hits';

const phrases = z.array(
  z.object({ src: z.string(), title: z.string(), reply: z.string(), lang: z.string(), queries: z.array(z.string()) }),
);

/** Suggestions out of a shop's library alone, beside the baseline. */
export interface LibraryResult {
  shops: number;
  suggestions: Hits;
  baseline: Hits;
}

/**
 * Each Chinese shop's own phrases are its library, title and reply indexed, no history. A question is met when its own
 * phrase is among the three. Shops in the order of their names: of each two the first is the half that words were
 * collected on, the second the half held out.
 */
export function libraryTask(file: string): Record<'tunedOn' | 'heldOut' | 'all', LibraryResult> {
  const chinese = phrases.parse(JSON.parse(readFileSync(file, 'utf8'))).filter((phrase) => phrase.lang === 'zh');
  const shops = [...new Set(chinese.map((phrase) => phrase.src))].sort();
  const measure = (of: readonly string[]): LibraryResult => {
    const ranks: number[] = [];
    const baselineRanks: number[] = [];
    for (const shop of of) {
      const library = chinese.filter((phrase) => phrase.src === shop);
      const suggester = createSuggester({
        replies: library.map(({ title, reply }, order) => {
          return { id: String(order), code: '', title, text: reply, group: '', order, uses: 0, lastUsedAt: null };
        }),
      });
      const baseline = bm25Baseline(library.map(({ title, reply }) => `${title} ${reply}`));
      library.forEach(({ queries }, right) => {
        for (const query of queries) {
          const picks = suggester.suggest({ messages: [query], now: 0 }).map((pick) => pick.replyId);
          ranks.push(picks.indexOf(String(right)));
          baselineRanks.push(rankOf(baseline(query), right));
        }
      });
    }
    return { shops: of.length, suggestions: countHits(ranks), baseline: countHits(baselineRanks) };
  };
  return {
    tunedOn: measure(shops.filter((_, i) => i % 2 === 0)),
    heldOut: measure(shops.filter((_, i) => i % 2 === 1)),
    all: measure(shops),
  };
}
