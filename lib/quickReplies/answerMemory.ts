import { featureHashes } from './featureHashes';
import { FeatureTable } from './featureTable';
import { foldText } from './foldText';
import type { AnswerOutcome, PastAnswer } from './pastAnswer';
import { Posting } from './posting';
import { tradeConcepts } from './tradeConcepts';

const smoothing = 0.02;
const successWeight = 1.25;
const failureWeight = 0.5;

/** How much a question weighs by how its answer went. */
function worthOf(success: boolean | null | undefined): number {
  return success === false ? failureWeight : success === true ? successWeight : 1;
}

/**
 * What the agent answered to which questions. Ranks replies by naive Bayes in its log-odds form: for each feature of
 * the question, how much more of it the questions have that were met with this reply than all others. Questions weigh
 * by rarity of their features and all alike in length; one that went well weighs more. Learns one answer at a time.
 */
export class AnswerMemory {
  readonly #features = new FeatureTable();
  readonly #postings: Posting[] = [];
  /** Questions that have the feature, and the sum of the feature's weights over all replies. */
  readonly #documents: number[] = [];
  readonly #sums: number[] = [];
  readonly #replyIds: string[] = [];
  readonly #replyNumbers = new Map<string, number>();
  readonly #replySums: number[] = [];
  readonly #questions: Int32Array[][] = [];
  /** Per feature, the number of the question that had it last: tells repetitions within one question. */
  readonly #lastSeen: number[] = [];
  /** Per feature, room for one piece of work; all 0 in between. */
  readonly #gains: number[] = [];
  #count = 0;
  #total = 0;

  /** Number of answers taken in. */
  get size(): number {
    return this.#count;
  }

  /** Takes in many answers at once; rarity is counted over all of them first. */
  learnAll(answers: readonly PastAnswer[]): void {
    const byReply = new Map<string, { features: Int32Array; worth: number }[]>();
    for (const { question, replyId, success } of answers) {
      const worth = worthOf(success);
      const group = byReply.get(replyId) ?? [];
      group.push({ features: this.#read(question), worth });
      byReply.set(replyId, group);
    }
    for (const [replyId, group] of byReply) this.#add(replyId, group);
  }

  /** It is known now, or otherwise than `before`, how one answer that was taken in went. */
  settle({ question, replyId, before, after }: AnswerOutcome): void {
    const number = this.#replyNumbers.get(replyId);
    if (number === undefined) return;
    const ratio = worthOf(after) / worthOf(before);
    const change = worthOf(after) - worthOf(before);
    for (const [feature, x] of this.#vector(this.#known(question))) {
      const posting = this.#postings[feature];
      if (!posting?.holders.includes(number)) continue;
      // No answer put more into a posting than stands there: what is left of it is at least its share.
      const gain = change < 0 ? -posting.decrease(number, -change * x, ratio) : change * x;
      if (change > 0) posting.increase(number, gain);
      this.#sums[feature] = (this.#sums[feature] ?? 0) + gain;
      this.#replySums[number] = (this.#replySums[number] ?? 0) + gain;
      this.#total += gain;
    }
  }

  /** How strongly past answers speak for each reply: by `numberOf` the reply, 0 where they do not. */
  score(question: string): Float64Array {
    const scores = new Float64Array(this.#replyIds.length);
    const vocabulary = this.#features.size * smoothing;
    let mass = 0;
    for (const [feature, x] of this.#vector(this.#known(question))) {
      mass += x;
      const posting = this.#postings[feature];
      if (!posting) continue;
      posting.worth ??= logOdds(posting, this.#sums[feature] ?? 0);
      const { holders, worth } = posting;
      for (let i = 0; i < worth.length; i++) {
        const holder = holders[i] ?? 0;
        scores[holder] = (scores[holder] ?? 0) + x * (worth[i] ?? 0);
      }
    }
    for (let number = 0; number < scores.length; number++) {
      const evidence = scores[number] ?? 0;
      const sum = this.#replySums[number] ?? 0;
      if (evidence > 0)
        scores[number] = evidence + mass * Math.log((this.#total - sum + vocabulary) / (sum + vocabulary));
    }
    return scores;
  }

  /** The reply's place in the scores; -1 when it was never given. */
  numberOf(replyId: string): number {
    return this.#replyNumbers.get(replyId) ?? -1;
  }

  /** For each reply, how many questions like this one (at least half of its weight shared) were answered with it. */
  similar(question: string, replyIds: readonly string[]): number[] {
    const vector = this.#vector(this.#known(question));
    const squares = this.#gains;
    for (const [feature, x] of vector) squares[feature] = x ** 2;
    const counts = replyIds.map((replyId) => {
      let count = 0;
      for (const features of this.#questions[this.numberOf(replyId)] ?? []) {
        let shared = 0;
        for (let i = 0; i < features.length; i++) shared += squares[features[i] ?? 0] ?? 0;
        if (shared >= 0.5) count++;
      }
      return count;
    });
    for (const feature of vector.keys()) squares[feature] = 0;
    return counts;
  }

  #read(question: string): Int32Array {
    this.#count++;
    const distinct: number[] = [];
    const see = (feature: number) => {
      const index = this.#features.add(feature);
      if (index === this.#postings.length) this.#makeRoom();
      if (this.#lastSeen[index] === this.#count) return;
      this.#lastSeen[index] = this.#count;
      this.#documents[index] = (this.#documents[index] ?? 0) + 1;
      distinct.push(index);
    };
    const folded = foldText(question);
    featureHashes(folded, { fine: true }).forEach(see);
    tradeConcepts(folded, 'ask').forEach(see);
    return Int32Array.from(distinct);
  }

  /** One place more in everything that is kept per feature: arrays stay fast only while they have no holes. */
  #makeRoom(): void {
    this.#postings.push(new Posting());
    this.#documents.push(0);
    this.#sums.push(0);
    this.#lastSeen.push(0);
    this.#gains.push(0);
  }

  /** Distinct features of the question that were ever seen. */
  #known(question: string): number[] {
    const folded = foldText(question);
    const features = [...featureHashes(folded, { fine: true }), ...tradeConcepts(folded, 'ask')];
    return [...new Set(features)].map((feature) => this.#features.find(feature)).filter((index) => index >= 0);
  }

  #add(replyId: string, group: readonly { features: Int32Array; worth: number }[]): void {
    const known = this.#replyNumbers.get(replyId);
    const number = known ?? this.#replyIds.push(replyId) - 1;
    this.#replyNumbers.set(replyId, number);
    const questions = this.#questions[number] ?? [];
    this.#questions[number] = questions;
    const gained: number[] = [];
    for (const { features, worth } of group) {
      questions.push(features);
      const rarities = new Float64Array(features.length);
      for (let i = 0; i < features.length; i++) rarities[i] = this.#rarity(features[i] ?? 0);
      const scale = worth / lengthOf(rarities);
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] ?? 0;
        const gain = this.#gains[feature] ?? 0;
        if (gain === 0) gained.push(feature);
        this.#gains[feature] = gain + (rarities[i] ?? 0) * scale;
      }
    }
    for (const feature of gained) {
      const gain = this.#gains[feature] ?? 0;
      this.#gains[feature] = 0;
      if (known === undefined) this.#postings[feature]?.push(number, gain);
      else this.#postings[feature]?.increase(number, gain);
      this.#sums[feature] = (this.#sums[feature] ?? 0) + gain;
      this.#replySums[number] = (this.#replySums[number] ?? 0) + gain;
      this.#total += gain;
    }
  }

  #rarity(feature: number): number {
    return Math.log(1 + this.#count / (this.#documents[feature] ?? 1));
  }

  /** Features by rarity, scaled to length 1. */
  #vector(features: readonly number[]): Map<number, number> {
    const rarities = features.map((feature) => this.#rarity(feature));
    const length = lengthOf(rarities);
    return new Map(features.map((feature, i) => [feature, (rarities[i] ?? 0) / length]));
  }
}

/** By holder, how much likelier the feature stands in a question met with it than in others, as a logarithm. */
function logOdds({ weights }: Posting, sumOfWeights: number): Float64Array {
  const all = sumOfWeights + smoothing;
  const worth = new Float64Array(weights.length);
  for (let i = 0; i < worth.length; i++) {
    const sum = weights[i] ?? 0;
    worth[i] = Math.log(((sum + smoothing) * all) / (smoothing * Math.max(all - sum, smoothing)));
  }
  return worth;
}

function lengthOf(vector: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += (vector[i] ?? 0) ** 2;
  return Math.sqrt(square);
}
