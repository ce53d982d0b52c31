import type { QuickReply } from '@/lib/domain/quickReply';
import { featureHashes } from './featureHashes';
import { FeatureTable } from './featureTable';
import { foldText } from './foldText';
import { Posting } from './posting';
import { tradeConcepts } from './tradeConcepts';

/** How much a feature weighs by where it stands. */
export const matcherWeights = {
  title: 3,
  text: 1,
  titleConcept: 4,
  textConcept: 0.6,
  /** Of a concept in the question, against a plain feature. */
  questionConcept: 2,
  saturation: 1.2,
  lengthShare: 0.4,
};

/**
 * How well each reply of the library fits a question, by title and text: BM25 over characters, pairs, words, and the
 * concepts of the trade. Replies are numbered in the order of their coming.
 */
export class ReplyMatcher {
  readonly #features = new FeatureTable();
  readonly #postings: Posting[] = [];
  readonly #lengths: number[] = [];
  /** Per feature, room to add up what one reply has of it; all 0 in between. */
  readonly #weights: number[] = [];
  #totalLength = 0;

  /** Number of replies that were ever put. */
  get size(): number {
    return this.#lengths.length;
  }

  /** Takes in a reply; its number is the size before. A changed reply is put anew, its old number ignored. */
  put(reply: QuickReply): void {
    const title = foldText(reply.title);
    const text = foldText(reply.text);
    const w = matcherWeights;
    const touched: number[] = [];
    const count = (features: readonly number[], weight: number) => {
      for (const feature of features) {
        const index = this.#features.add(feature);
        const before = this.#weights[index] ?? 0;
        if (before === 0) touched.push(index);
        this.#weights[index] = before + weight;
      }
      return features.length * weight;
    };
    const length =
      count(featureHashes(title, { fine: false }), w.title) + count(featureHashes(text, { fine: false }), w.text);
    count(tradeConcepts(title, 'say'), w.titleConcept);
    count(tradeConcepts(text, 'say'), w.textConcept);
    const number = this.#lengths.push(length) - 1;
    this.#totalLength += length;
    for (const index of touched) {
      const posting = this.#postings[index] ?? new Posting();
      this.#postings[index] = posting;
      posting.push(number, this.#weights[index] ?? 0);
      this.#weights[index] = 0;
    }
  }

  /** Scores by number of the reply, 0 where it shares nothing with the question. */
  score(question: string): Float64Array {
    const scores = new Float64Array(this.size);
    const folded = foldText(question);
    for (const feature of new Set(featureHashes(folded, { fine: false }))) this.#addTo(scores, feature, 1);
    for (const concept of tradeConcepts(folded, 'ask')) this.#addTo(scores, concept, matcherWeights.questionConcept);
    return scores;
  }

  #addTo(scores: Float64Array, feature: number, factor: number): void {
    const posting = this.#postings[this.#features.find(feature)];
    if (!posting) return;
    const { saturation, lengthShare } = matcherWeights;
    const { holders, weights } = posting;
    const length = holders.length;
    const rarity = factor * Math.log(1 + (this.size - length + 0.5) / (length + 0.5));
    const perLength = lengthShare / (this.#totalLength / this.size);
    for (let i = 0; i < length; i++) {
      const holder = holders[i] ?? 0;
      const weight = weights[i] ?? 0;
      const norm = 1 - lengthShare + perLength * (this.#lengths[holder] ?? 0);
      scores[holder] = (scores[holder] ?? 0) + (rarity * weight * (saturation + 1)) / (weight + saturation * norm);
    }
  }
}
