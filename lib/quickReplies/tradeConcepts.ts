import { type TradeConcept, tradeLexicon } from './tradeLexicon';

interface Entry {
  word: string;
  concept: number;
}

type Side = keyof TradeConcept;

/** By the code of a word's first character. */
const lists: Record<Side, (Entry[] | undefined)[]> = { ask: collect('ask'), say: collect('say') };

function collect(side: Side): (Entry[] | undefined)[] {
  const byFirst = new Array<Entry[] | undefined>(0x10000).fill(undefined);
  Object.values(tradeLexicon).forEach((lists, concept) => {
    for (const word of lists[side].split(' ')) {
      const entries = byFirst[word.charCodeAt(0)] ?? [];
      entries.push({ word, concept });
      byFirst[word.charCodeAt(0)] = entries;
    }
  });
  return byFirst;
}

/**
 * What a folded text is about, as features: the number of each concept once, which as a feature is one that no text
 * has by more than a freak of hashing. Questions and replies use different words for a concept.
 */
export function tradeConcepts(folded: string, side: Side): number[] {
  const found: number[] = [];
  const list = lists[side];
  for (let at = 0; at < folded.length; at++) {
    const entries = list[folded.charCodeAt(at)];
    if (!entries) continue;
    for (const { word, concept } of entries)
      if (!found.includes(concept) && folded.startsWith(word, at)) found.push(concept);
  }
  return found;
}
