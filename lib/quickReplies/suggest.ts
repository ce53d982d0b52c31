import type { QuickReply, Suggestion } from '@/lib/domain/quickReply';
import { FeatureIndex } from './featureIndex';
import { foldText } from './foldText';
import type { PastAnswer } from './pastAnswer';
import type { SaleStage } from './saleStage';
import { textFeatures } from './textFeatures';

/** What a suggester starts from. */
export interface SuggesterOptions {
  replies: readonly QuickReply[];
  /** The agent's own past answers, in any order; those to unknown replies wait until the reply is there. */
  history?: readonly PastAnswer[];
}

/** What is to be answered. */
export interface SuggestRequest {
  /** The customer's unanswered messages, oldest first. */
  messages: readonly string[];
  /** Where the conversation stands; absent or null = not known. */
  stage?: SaleStage | null;
  /** Texts that this customer was sent already: they are ranked down. */
  sentToCustomer?: readonly string[];
  /** ms. */
  now: number;
  /** Number of suggestions, 3 when absent. */
  limit?: number;
}

/** A suggestion with its grounds. */
export interface GroundedSuggestion extends Suggestion {
  /** How often a similar question was answered with it: "you answered this 14 times". */
  answered: number;
}

/** Ranks quick replies for what a customer wrote. Holds its index in memory; touches no network and no clock. */
export interface Suggester {
  /** The best replies first; at most `limit`; empty when nothing fits at all. */
  suggest(request: SuggestRequest): GroundedSuggestion[];
  /** Takes in one answer at once. */
  learn(answer: PastAnswer): void;
  /** Takes in that these replies were shown for this question and none was taken. */
  ignore(question: string, replyIds: readonly string[]): void;
  /** Adds a reply, or replaces the one of its id. */
  put(reply: QuickReply): void;
  /** Takes a reply out of the suggestions; what was learned of it stays, should it come back. */
  remove(replyId: string): void;
}

const dayMs = 86_400_000;
const titleWeight = 3;

/** Builds a suggester over a library and the agent's own past answers. */
export function createSuggester({ replies, history = [] }: SuggesterOptions): Suggester {
  const library = new Map<string, QuickReply>();
  const texts = new FeatureIndex();
  const questions = new FeatureIndex();
  const answers: PastAnswer[] = [];
  const ignored = new Map<string, number>();

  const put = (reply: QuickReply) => {
    library.set(reply.id, reply);
    const features = countFeatures(reply.title, titleWeight);
    texts.put(reply.id, countFeatures(reply.text, 1, features));
  };
  const learn = (answer: PastAnswer) => {
    questions.put(String(answers.push(answer) - 1), countFeatures(answer.question, 1));
  };
  for (const reply of replies) put(reply);
  for (const answer of history) learn(answer);

  return {
    put,
    learn,
    remove(replyId) {
      library.delete(replyId);
      texts.remove(replyId);
    },
    ignore(question, replyIds) {
      const key = foldText(question);
      for (const id of replyIds) ignored.set(`${id}\n${key}`, (ignored.get(`${id}\n${key}`) ?? 0) + 1);
    },
    suggest({ messages, stage = null, sentToCustomer = [], now, limit = 3 }) {
      const question = messages.join('\n');
      const query = new Set(textFeatures(question));
      const scores = normalised(texts.score(query));
      const answered = new Map<string, number>();
      const near = [...normalised(questions.score(query))].sort((a, b) => b[1] - a[1]).slice(0, 30);
      for (const [index, similarity] of near) {
        const answer = answers[Number(index)];
        if (!answer || !library.has(answer.replyId)) continue;
        const age = Math.max(0, now - answer.at) / dayMs;
        const weight = similarity ** 4 * 0.5 ** (age / 180) * (answer.success === false ? 0.5 : 1);
        scores.set(answer.replyId, (scores.get(answer.replyId) ?? 0) + weight);
        answered.set(answer.replyId, (answered.get(answer.replyId) ?? 0) + 1);
      }
      const sent = new Set(sentToCustomer.map(foldText));
      const ranked: GroundedSuggestion[] = [];
      for (const [id, similarity] of scores) {
        const reply = library.get(id);
        if (!reply) continue;
        let score = similarity + 0.02 * Math.log1p(reply.uses) + (stage !== null && reply.group === stage ? 0.1 : 0);
        if (sent.has(foldText(reply.text))) score *= 0.3;
        score /= 1 + 0.2 * (ignored.get(`${id}\n${foldText(question)}`) ?? 0);
        const { code, title, text } = reply;
        ranked.push({ replyId: id, code, title, text, score, answered: answered.get(id) ?? 0 });
      }
      return ranked.sort((a, b) => b.score - a.score || (a.replyId < b.replyId ? -1 : 1)).slice(0, limit);
    },
  };
}

function countFeatures(text: string, weight: number, counts = new Map<string, number>()): Map<string, number> {
  for (const feature of textFeatures(text)) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  return counts;
}

function normalised(scores: Map<string, number>): Map<string, number> {
  let top = 0;
  for (const score of scores.values()) top = Math.max(top, score);
  return top === 0 ? scores : new Map([...scores].map(([id, score]) => [id, score / top]));
}
