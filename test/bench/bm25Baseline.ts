/** BM25 over character bigrams (k1 1.2, b 0.75), the plain baseline that library suggestions are measured against. */
export function bm25Baseline(documents: readonly string[]): (query: string) => number[] {
  const counted = documents.map((document) => {
    const counts = new Map<string, number>();
    for (const bigram of bigrams(document)) counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
    return counts;
  });
  const lengths = documents.map((document) => bigrams(document).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  return (query) => {
    const terms = new Set(bigrams(query));
    return counted.map((counts, i) => {
      let score = 0;
      for (const term of terms) {
        const tf = counts.get(term) ?? 0;
        if (tf === 0) continue;
        const df = counted.filter((other) => other.has(term)).length;
        const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
        score += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * (lengths[i] ?? 0)) / mean));
      }
      return score;
    });
  };
}

function bigrams(text: string): string[] {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
}
