/** Multinomial naive Bayes over words (add-0.1 smoothing), the plain baseline for suggestions from one's own answers. */
export function naiveBayesBaseline(examples: readonly (readonly [text: string, label: number])[], labels: number) {
  const counts = Array.from({ length: labels }, () => new Map<string, number>());
  const totals = new Array<number>(labels).fill(0);
  const sizes = new Array<number>(labels).fill(0);
  const vocabulary = new Set<string>();
  for (const [text, label] of examples) {
    sizes[label] = (sizes[label] ?? 0) + 1;
    for (const word of words(text)) {
      vocabulary.add(word);
      counts[label]?.set(word, (counts[label]?.get(word) ?? 0) + 1);
      totals[label] = (totals[label] ?? 0) + 1;
    }
  }
  return (text: string): number[] =>
    counts.map((count, label) => {
      let score = Math.log(sizes[label] ?? 1);
      for (const word of words(text))
        if (vocabulary.has(word))
          score += Math.log(((count.get(word) ?? 0) + 0.1) / ((totals[label] ?? 0) + 0.1 * vocabulary.size));
      return score;
    });
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}
