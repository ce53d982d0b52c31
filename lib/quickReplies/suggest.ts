import type { QuickReply, Suggestion } from '@/lib/domain/quickReply';
import { AnswerMemory } from './answerMemory';
import { foldText } from './foldText';
import { type OfferScope, offered } from './offered';
import { checksOrder, orderCheckReply } from './orderCheck';
import type { AnswerOutcome, PastAnswer } from './pastAnswer';
import { pickText, textsOf } from './pickText';
import { ReplyMatcher } from './replyMatcher';
import type { SaleStage } from './saleStage';

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
  /** The customer has ordered: address, telephone and shipping are checked first, unless they were already. */
  ordered?: boolean;
  /** Texts that this customer was sent already: they are ranked down. */
  sentToCustomer?: readonly string[];
  /** ms: replies that are not valid then are left out. */
  now: number;
  /** The customer's shop: replies of others are left out. Absent or null = not known. */
  shop?: string | null;
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
  /** Takes in how an answer that it learned went. */
  settle(outcome: AnswerOutcome): void;
  /** Takes in that these replies were shown for this question and none was taken. */
  ignore(question: string, replyIds: readonly string[]): void;
  /** Adds a reply, or replaces the one of its id. */
  put(reply: QuickReply): void;
  /** Takes a reply out of the suggestions; what was learned of it stays, should it come back. */
  remove(replyId: string): void;
}

const dayMs = 86_400_000;
const halfLifeDays = 180;
/** Answers to similar questions at which the agent's own past counts as much as the library's words. */
const trustAfter = 3;

const stageBonus = 0.1;

interface Shelved {
  reply: QuickReply;
  /** Its number in the matcher. */
  number: number;
  /** When it was last given, ms; null = never. */
  answeredAt: number | null;
  /** All its texts, folded. */
  folded: readonly string[];
  /** Whether it has the customer check their order; null = not looked at yet. */
  checksOrder: boolean | null;
}

interface Ranked {
  reply: QuickReply;
  score: number;
}

/** Builds a suggester over a library and the agent's own past answers. */
export function createSuggester({ replies, history = [] }: SuggesterOptions): Suggester {
  const library = new Map<string, Shelved>();
  const matcher = new ReplyMatcher();
  const memory = new AnswerMemory();
  const lastAnswered = new Map<string, number>();
  /** Per folded question, how often each reply was shown and not taken. */
  const ignored = new Map<string, Map<string, number>>();

  /** By number in the matcher; null = removed or replaced since. */
  const shelf: (Shelved | null)[] = [];
  /** By number in the matcher, the number in the memory; -1 while it was never given. */
  const rememberedAs: number[] = [];

  const remove = (replyId: string) => {
    const shelved = library.get(replyId);
    if (shelved) shelf[shelved.number] = null;
    library.delete(replyId);
  };
  const put = (reply: QuickReply) => {
    remove(reply.id);
    const shelved: Shelved = {
      reply,
      number: matcher.size,
      answeredAt: lastAnswered.get(reply.id) ?? null,
      folded: textsOf(reply).map(foldText),
      checksOrder: null,
    };
    library.set(reply.id, shelved);
    shelf.push(shelved);
    rememberedAs.push(memory.numberOf(reply.id));
    matcher.put(reply);
  };
  const learnAll = (answers: readonly PastAnswer[]) => {
    memory.learnAll(answers);
    for (const { replyId, at } of answers) lastAnswered.set(replyId, Math.max(at, lastAnswered.get(replyId) ?? at));
    for (const replyId of new Set(answers.map((answer) => answer.replyId))) {
      const shelved = library.get(replyId);
      if (!shelved) continue;
      rememberedAs[shelved.number] = memory.numberOf(replyId);
      shelved.answeredAt = lastAnswered.get(replyId) ?? null;
    }
  };
  for (const reply of replies) put(reply);
  learnAll(history);

  return {
    put,
    learn: (answer) => learnAll([answer]),
    settle: (outcome) => memory.settle(outcome),
    remove,
    ignore(question, replyIds) {
      const counts = ignored.get(foldText(question)) ?? new Map<string, number>();
      ignored.set(foldText(question), counts);
      for (const id of replyIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    suggest({ messages, stage = null, ordered = false, sentToCustomer = [], now, shop = null, limit = 3 }) {
      const question = messages.join('\n');
      const byWords = matcher.score(question);
      const byMemory = memory.score(question);
      const perWord = 1 / (topOf(byWords) || 1);
      const sent = new Set(sentToCustomer.map(foldText));
      const perPast = (2 * memory.size) / (memory.size + trustAfter) / (topOf(byMemory) || 1);
      const passedOver = ignored.get(foldText(question));
      const ranked: Ranked[] = [];
      for (let number = 0; number < shelf.length; number++) {
        const words = Math.max(0, byWords[number] ?? 0) * perWord;
        const remembered = rememberedAs[number] ?? -1;
        const past = remembered < 0 ? 0 : Math.max(0, byMemory[remembered] ?? 0) * perPast;
        if (words === 0 && past === 0) continue;
        // All that follows can only take away from this, but for the stage: most need not be looked at.
        const most = words + past + (stage === null ? 0 : stageBonus);
        if (ranked.length >= limit && most < (ranked.at(-1)?.score ?? 0)) continue;
        const shelved = shelf[number] ?? null;
        if (shelved === null || !offered(shelved.reply, { now, shop })) continue;
        const { reply, answeredAt, folded } = shelved;
        let score = words + freshness(now, answeredAt) * past;
        if (stage !== null && reply.group === stage) score += stageBonus;
        if (sent.size > 0 && folded.every((text) => sent.has(text))) score *= 0.3;
        if (passedOver) score /= 1 + 0.2 * (passedOver.get(reply.id) ?? 0);
        if (ranked.length < limit || score >= (ranked.at(-1)?.score ?? 0)) keepBest(ranked, { reply, score }, limit);
      }
      const check = ordered ? orderCheckReply(checksOffered(shelf, { now, shop }), sentToCustomer) : null;
      if (check !== null) {
        const others = ranked.filter(({ reply }) => reply.id !== check.id);
        ranked.splice(0, ranked.length, { reply: check, score: (others[0]?.score ?? 0) + 1 }, ...others);
        ranked.length = Math.min(ranked.length, limit);
      }
      const answered = memory.similar(
        question,
        ranked.map(({ reply }) => reply.id),
      );
      return ranked.map(({ reply, score }, i) => {
        const { id, code, title } = reply;
        const text = pickText(reply, sentToCustomer);
        return { replyId: id, code, title, text, score, answered: answered[i] ?? 0 };
      });
    },
  };
}

/** Replies that have an order checked, of those that are offered now. */
function* checksOffered(shelf: readonly (Shelved | null)[], scope: OfferScope): Generator<QuickReply> {
  for (const shelved of shelf) {
    if (shelved === null) continue;
    shelved.checksOrder ??= textsOf(shelved.reply).some(checksOrder);
    if (shelved.checksOrder && offered(shelved.reply, scope)) yield shelved.reply;
  }
}

function topOf(scores: Float64Array): number {
  let top = 0;
  for (let i = 0; i < scores.length; i++) top = Math.max(top, scores[i] ?? 0);
  return top;
}

/** 1 for an answer of now, towards a half as it grows old. */
function freshness(now: number, answeredAt: number | null): number {
  return 0.5 + 0.5 * 0.5 ** (Math.max(0, now - (answeredAt ?? now)) / dayMs / halfLifeDays);
}

/** Puts one into a short ranked list: by score, then by use, then by id, so that the order never wavers. */
function keepBest(ranked: Ranked[], entry: Ranked, limit: number): void {
  ranked.push(entry);
  ranked.sort((a, b) => b.score - a.score || b.reply.uses - a.reply.uses || (a.reply.id < b.reply.id ? -1 : 1));
  ranked.length = Math.min(ranked.length, limit);
}
