import type { QuickReply } from '@/lib/domain/quickReply';
import { foldText } from './foldText';
import { SearchAlphabet } from './searchAlphabet';
import { anyLetter, SearchPattern } from './searchPattern';
import { SearchText, type TextHit } from './searchText';

/** Characters from start to end (exclusive, UTF-16 units) that matched. */
export interface Highlight {
  start: number;
  end: number;
}

/** A reply that was found, and where. */
export interface SearchHit {
  reply: QuickReply;
  /** Higher is better; comparable within one answer only. */
  score: number;
  highlights: { code: Highlight[]; title: Highlight[]; text: Highlight[]; group: Highlight[] };
}

/** Finds quick replies by code, title, text and group. Holds its index in memory. */
export interface ReplySearch {
  /**
   * The best first: exact code, code that begins so, then title, group, text; by characters, full pinyin, initials or
   * a mixture. Words divided by spaces must all be found. Where nothing is found, one typing error or other characters
   * of the same sound are allowed. An empty query finds nothing. `limit` is 50 when absent.
   */
  search(query: string, options?: { limit?: number }): SearchHit[];
  /** Adds a reply, or replaces the one of its id. */
  put(reply: QuickReply): void;
  remove(replyId: string): void;
}

const points = { code: 1000, codeStart: 800, title: 400, group: 150, text: 100, atStart: 60, literal: 40, guess: 0.3 };
/** Two letters are the initials of something in almost every text. */
const shortestForTexts = 3;
/** What a typing error is looked for in. */
const guessable = /^[a-z\p{Script=Han}]{3,16}$/u;

/** Builds the search over a library. */
export function createReplySearch(replies: readonly QuickReply[]): ReplySearch {
  const alphabet = new SearchAlphabet();
  const fields = { title: new SearchText(alphabet), text: new SearchText(alphabet) };
  /** By number; null = removed or replaced since. */
  const shelf: ({ reply: QuickReply; code: string } | null)[] = [];
  const groups = new Map<string, SearchText>();
  const numbers = new Map<string, number>();

  const remove = (replyId: string) => {
    const number = numbers.get(replyId);
    if (number !== undefined) shelf[number] = null;
    numbers.delete(replyId);
  };
  const put = (reply: QuickReply) => {
    remove(reply.id);
    numbers.set(reply.id, shelf.push({ reply, code: foldText(reply.code) }) - 1);
    fields.title.add(reply.title);
    fields.text.add(reply.text);
    if (groups.has(reply.group)) return;
    const name = new SearchText(alphabet);
    name.add(reply.group);
    groups.set(reply.group, name);
  };
  for (const reply of replies) put(reply);

  /** Texts are left out once so many replies are found by what outranks them. */
  const found = (term: string, sounds: boolean, enough: number): Map<number, SearchHit> => {
    const hits = new Map<number, SearchHit>();
    const pattern = new SearchPattern(term, alphabet, { sounds });
    const gain = (number: number, score: number, field: keyof SearchHit['highlights'], highlight: Highlight) => {
      const reply = shelf[number]?.reply;
      if (!reply) return;
      const hit = hits.get(number) ?? { reply, score: 0, highlights: { code: [], title: [], text: [], group: [] } };
      hit.score = Math.max(hit.score, score);
      hit.highlights[field].push(highlight);
      hits.set(number, hit);
    };
    const gainText = (field: 'title' | 'text', { text, start, end }: TextHit) => {
      const literal = foldText(shelf[text]?.reply[field].slice(start, end) ?? '') === term;
      const bonus = (start === 0 ? points.atStart : 0) + (literal ? points.literal : 0);
      gain(text, points[field] + bonus, field, { start, end });
    };
    for (const hit of fields.title.find(pattern)) gainText('title', hit);
    const han = /\p{Script=Han}/u.test(term);
    const inGroups = new Map<string, TextHit | undefined>();
    for (const [group, name] of groups) inGroups.set(group, name.find(pattern)[0]);
    shelf.forEach((shelved, number) => {
      if (!shelved) return;
      const { code, reply } = shelved;
      if (code.startsWith(term)) {
        const score = code === term ? points.code : points.codeStart - code.length;
        gain(number, score, 'code', { start: 0, end: term.length });
      }
      const inGroup = inGroups.get(reply.group);
      if (inGroup) gain(number, points.group, 'group', { start: inGroup.start, end: inGroup.end });
    });
    // A hit in a title outranks every one that is in a text only.
    const outranking = [...hits.values()].filter((hit) => hit.score >= points.title).length;
    if (outranking < enough && (han || term.length >= shortestForTexts))
      for (const hit of fields.text.find(pattern)) gainText('text', hit);
    return hits;
  };

  const guessed = (term: string): Map<number, SearchHit> => {
    const hits = found(term, true, Infinity);
    if (hits.size > 0 || !guessable.test(term)) return hits;
    for (const variant of typingErrors(term))
      for (const { text, start, end } of fields.title.find(new SearchPattern(variant, alphabet))) {
        const reply = shelf[text]?.reply;
        const highlights = { code: [], title: [{ start, end }], text: [], group: [] };
        if (reply && !hits.has(text)) hits.set(text, { reply, score: points.title, highlights });
      }
    return hits;
  };

  return {
    put,
    remove,
    search(query, { limit = 50 } = {}) {
      const terms = foldText(query).split(' ').filter(Boolean);
      let all: Map<number, SearchHit> | null = null;
      for (const term of terms) {
        let hits = found(term, false, terms.length === 1 ? limit : Infinity);
        if (hits.size === 0) {
          hits = guessed(term);
          for (const hit of hits.values()) hit.score *= points.guess;
        }
        all = all ? joined(all, hits) : hits;
      }
      return [...(all?.values() ?? [])].sort(byRank).slice(0, limit);
    },
  };
}

/** The query with one letter left out, changed, or added, or two neighbours exchanged. */
export function typingErrors(term: string): string[] {
  const variants = new Set<string>();
  for (let i = 0; i <= term.length; i++) {
    const [before, after] = [term.slice(0, i), term.slice(i)];
    if (after.length > 1) variants.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    if (i > 0 && after !== '') variants.add(before + anyLetter + after.slice(1));
    if (i > 0) variants.add(before + anyLetter + after);
    if (after !== '') variants.add(before + after.slice(1));
  }
  variants.delete(term);
  return [...variants];
}

/** What both terms found, with the points and places of both. */
function joined(one: Map<number, SearchHit>, other: Map<number, SearchHit>): Map<number, SearchHit> {
  const both = new Map<number, SearchHit>();
  for (const [number, { reply, score, highlights }] of one) {
    const second = other.get(number);
    if (!second) continue;
    const { code, title, text, group } = second.highlights;
    both.set(number, {
      reply,
      score: score + second.score,
      highlights: {
        code: [...highlights.code, ...code],
        title: [...highlights.title, ...title],
        text: [...highlights.text, ...text],
        group: [...highlights.group, ...group],
      },
    });
  }
  return both;
}

function byRank(a: SearchHit, b: SearchHit): number {
  return (
    b.score - a.score ||
    b.reply.uses - a.reply.uses ||
    a.reply.title.length - b.reply.title.length ||
    a.reply.order - b.reply.order ||
    (a.reply.id < b.reply.id ? -1 : 1)
  );
}
