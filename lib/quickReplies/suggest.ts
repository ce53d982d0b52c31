import type { QuickReply, Suggestion } from '@/lib/domain/quickReply';
import { AnswerMemory } from './answerMemory';
import { foldText } from './foldText';
import { type OfferScope, offered } from './offered';
import { orderCheckReply } from './orderCheck';
import type { PastAnswer } from './pastAnswer';
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

interface Shelved {
  reply: QuickReply;
  /** Its number in the matcher. */
  number: number;
  /** Its number in the memory; -1 while it was never given. */
  remembered: number;
  /** When it was last given, ms; null = never. */
  answeredAt: number | null;
  /** All its texts, folded. */
  folded: readonly string[];
}

/** Builds a suggester over a library and the agent's own past answers. */
export function createSuggester({ replies, history = [] }: SuggesterOptions): Suggester {
  const library = new Map<string, Shelved>();
  const matcher = new ReplyMatcher();
  const memory = new AnswerMemory();
  const lastAnswered = new Map<string, number>();
  /** Per folded question, how often each reply was shown and not taken. */
  const ignored = new Map<string, Map<string, number>>();

  const put = (reply: QuickReply) => {
    library.set(reply.id, {
      reply,
      number: matcher.size,
      remembered: memory.numberOf(reply.id),
      answeredAt: lastAnswered.get(reply.id) ?? null,
      folded: textsOf(reply).map(foldText),
    });
    matcher.put(reply);
  };
  const learnAll = (answers: readonly PastAnswer[]) => {
    memory.learnAll(answers);
    for (const { replyId, at } of answers) lastAnswered.set(replyId, Math.max(at, lastAnswered.get(replyId) ?? at));
    for (const replyId of new Set(answers.map((answer) => answer.replyId))) {
      const shelved = library.get(replyId);
      if (!shelved) continue;
      shelved.remembered = memory.numberOf(replyId);
      shelved.answeredAt = lastAnswered.get(replyId) ?? null;
    }
  };
  for (const reply of replies) put(reply);
  learnAll(history);

  return {
    put,
    learn: (answer) => learnAll([answer]),
    remove(replyId) {
      library.delete(replyId);
    },
    ignore(question, replyIds) {
      const counts = ignored.get(foldText(question)) ?? new Map<string, number>();
      ignored.set(foldText(question), counts);
      for (const id of replyIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    suggest({ messages, stage = null, ordered = false, sentToCustomer = [], now, shop = null, limit = 3 }) {
      const question = messages.join('\n');
      const byWords = matcher.score(question);
      const byMemory = memory.score(question);
      const wordsTop = byWords.reduce((top, score) => Math.max(top, score), 0);
      const memoryTop = byMemory.reduce((top, score) => Math.max(top, score), 0);
      const sent = new Set(sentToCustomer.map(foldText));
      const trust = (2 * memory.size) / (memory.size + trustAfter);
      const passedOver = ignored.get(foldText(question));
      const ranked: { reply: QuickReply; score: number }[] = [];
      for (const { reply, number, remembered, answeredAt, folded } of library.values()) {
        const words = byWords[number] ?? 0;
        const past = remembered < 0 ? 0 : (byMemory[remembered] ?? 0);
        if ((words <= 0 && past <= 0) || !offered(reply, { now, shop })) continue;
        let score = words > 0 ? words / wordsTop : 0;
        if (past > 0) score += (trust * freshness(now, answeredAt) * past) / memoryTop;
        if (stage !== null && reply.group === stage) score += 0.1;
        if (sent.size > 0 && folded.every((text) => sent.has(text))) score *= 0.3;
        if (passedOver) score /= 1 + 0.2 * (passedOver.get(reply.id) ?? 0);
        if (ranked.length < limit || score >= (ranked.at(-1)?.score ?? 0)) keepBest(ranked, { reply, score }, limit);
      }
      const check = ordered ? orderCheckReply(offeredNow(library, { now, shop }), sentToCustomer) : null;
      if (check !== null) {
        const others = ranked.filter(({ reply }) => reply.id !== check.id);
        ranked.splice(0, ranked.length, { reply: check, score: (others[0]?.score ?? 0) + 1 }, ...others);
        ranked.length = Math.min(ranked.length, limit);
      }
      return ranked.map(({ reply, score }) => {
        const { id, code, title } = reply;
        const text = pickText(reply, sentToCustomer);
        return { replyId: id, code, title, text, score, answered: memory.similar(question, id) };
      });
    },
  };
}

function* offeredNow(library: ReadonlyMap<string, Shelved>, scope: OfferScope): Generator<QuickReply> {
  for (const { reply } of library.values()) if (offered(reply, scope)) yield reply;
}

/** 1 for an answer of now, towards a half as it grows old. */
function freshness(now: number, answeredAt: number | null): number {
  return 0.5 + 0.5 * 0.5 ** (Math.max(0, now - (answeredAt ?? now)) / dayMs / halfLifeDays);
}

/** Puts one into a short ranked list: by score, then by use, then by id, so that the order never wavers. */
function keepBest(
  ranked: { reply: QuickReply; score: number }[],
  entry: { reply: QuickReply; score: number },
  limit: number,
): void {
  ranked.push(entry);
  ranked.sort((a, b) => b.score - a.score || b.reply.uses - a.reply.uses || (a.reply.id < b.reply.id ? -1 : 1));
  ranked.length = Math.min(ranked.length, limit);
}
