import type { StoredEntry } from '@/lib/domain/entry';
import type { Settings } from '@/lib/domain/settings';
import { isClosing } from '@/lib/metrics/classify/closing';
import { isPerfunctory } from '@/lib/metrics/classify/perfunctory';

/** The word lists that classify messages; null = as shipped. */
export type WordLists = Settings['wordLists'];

/** What an entry is taken for, by its text. */
export type Classification = Pick<StoredEntry, 'closing' | 'perfunctory'>;

/** What the text alone says about its message; the rest of the rules is applied when turns are derived. */
export function classify(
  author: StoredEntry['author'],
  text: string,
  wordLists?: WordLists,
): Classification & Pick<StoredEntry, 'asks'> {
  return {
    closing: author === 'customer' && isClosing(text, wordLists?.closing ?? undefined),
    perfunctory: author === 'agent' && isPerfunctory(text, wordLists?.perfunctory ?? undefined),
    asks: author === 'agent' && /[?？]|吗[。!！~～]*$|呢[。!！~～]*$/u.test(text),
  };
}

/** What an entry is taken for in a generation: word lists that were changed hold from the generation on that they made. */
export function classificationIn(entry: StoredEntry, generation: number): Classification {
  const { reclassified } = entry;
  return reclassified !== undefined && reclassified.generation <= generation ? reclassified : entry;
}

/**
 * The entry as changed word lists have it from a generation on; the generations before keep what they had. A text that
 * is gone says nothing any more: its message stays what it was. What the agent corrected stays, too.
 */
export function reclassify(
  entry: StoredEntry,
  { text, wordLists, live, next }: { text: string | null; wordLists: WordLists; live: number; next: number },
): StoredEntry {
  const { reclassified: _, ...rest } = entry;
  const { closing, perfunctory } = classificationIn(entry, live);
  const base = { ...rest, closing, perfunctory };
  if (text === null) return base;
  const fresh = classify(entry.author, text, wordLists);
  const corrected = entry.corrected ?? [];
  return {
    ...base,
    reclassified: {
      generation: next,
      closing: corrected.includes('closing') ? closing : fresh.closing,
      perfunctory: corrected.includes('perfunctory') ? perfunctory : fresh.perfunctory,
    },
  };
}
