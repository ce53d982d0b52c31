/** A document that shares features with the query, and how well it matches (higher is better). */
export interface Match {
  id: string;
  score: number;
}

const saturation = 1.2;
const lengthShare = 0.5;

/** An inverted index of weighted features, scored by BM25. Grows and shrinks one document at a time. */
export class FeatureIndex {
  readonly #postings = new Map<string, Map<string, number>>();
  readonly #documents = new Map<string, Map<string, number>>();
  readonly #lengths = new Map<string, number>();
  #totalLength = 0;

  get size(): number {
    return this.#documents.size;
  }

  /** Adds a document, or replaces the one of this id. Weights add up where a feature occurs again. */
  put(id: string, features: Map<string, number>): void {
    this.remove(id);
    let length = 0;
    for (const [feature, weight] of features) {
      length += weight;
      const posting = this.#postings.get(feature) ?? new Map<string, number>();
      posting.set(id, weight);
      this.#postings.set(feature, posting);
    }
    this.#documents.set(id, features);
    this.#lengths.set(id, length);
    this.#totalLength += length;
  }

  /** Takes a document out; nothing happens when it is not there. */
  remove(id: string): void {
    const features = this.#documents.get(id);
    if (!features) return;
    for (const feature of features.keys()) {
      const posting = this.#postings.get(feature);
      posting?.delete(id);
      if (posting?.size === 0) this.#postings.delete(feature);
    }
    this.#totalLength -= this.#lengths.get(id) ?? 0;
    this.#documents.delete(id);
    this.#lengths.delete(id);
  }

  /** Scores of all documents that share a feature with the query. */
  score(query: Iterable<string>): Map<string, number> {
    const scores = new Map<string, number>();
    const mean = this.#totalLength / Math.max(1, this.size);
    for (const feature of query) {
      const posting = this.#postings.get(feature);
      if (!posting) continue;
      const rarity = Math.log(1 + (this.size - posting.size + 0.5) / (posting.size + 0.5));
      for (const [id, weight] of posting) {
        const norm = 1 - lengthShare + (lengthShare * (this.#lengths.get(id) ?? 0)) / mean;
        const gain = (rarity * weight * (saturation + 1)) / (weight + saturation * norm);
        scores.set(id, (scores.get(id) ?? 0) + gain);
      }
    }
    return scores;
  }
}
