import type { QuickReply } from '@/lib/domain/quickReply';
import { BestReplies } from './bestReplies';
import { foldText } from './foldText';
import { SearchAlphabet } from './searchAlphabet';
import { SearchPattern } from './searchPattern';
import { noHits, SearchText, type TextHits } from './searchText';

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

/** How a search is narrowed. */
export interface SearchOptions {
  /** 50 when absent. */
  limit?: number;
  /** Which replies may be found (validity, shop); all when absent. */
  offered?: (reply: QuickReply) => boolean;
}

/** Finds quick replies by code, title, text and group. Holds its index in memory. */
export interface ReplySearch {
  /**
   * The best first: exact code, code that begins so, then title, group, text; by characters, full pinyin, initials or
   * a mixture. Words divided by spaces must all be found. Where nothing is found, one typing error or other characters
   * of the same sound are allowed. An empty query finds nothing.
   */
  search(query: string, options?: SearchOptions): SearchHit[];
  /** Adds a reply, or replaces the one of its id. */
  put(reply: QuickReply): void;
  remove(replyId: string): void;
}

const points = { code: 1000, codeStart: 800, title: 400, group: 150, text: 100, atStart: 60, literal: 40, guess: 0.3 };
/** Two letters are the initials of something in almost every text. */
const shortestForTexts = 3;
/** What a typing error is looked for in. */
const guessable = /^[a-z\p{Script=Han}]{3,16}$/u;
const han = /\p{Script=Han}/u;

/** What one word of the query found. */
interface TermHits {
  /** By number of the reply; 0 = not found. */
  scores: Float64Array;
  /** The word where codes may begin with it; null where it was guessed. */
  code: string | null;
  title: TextHits | null;
  text: TextHits | null;
  groups: Map<string, Highlight>;
}

/** Builds the search over a library. */
export function createReplySearch(replies: readonly QuickReply[]): ReplySearch {
  const alphabet = new SearchAlphabet();
  const titles = new SearchText(alphabet);
  const texts = new SearchText(alphabet);
  /** By number; null = removed or replaced since. */
  const shelf: (QuickReply | null)[] = [];
  const codes: string[] = [];
  /** First unit of each code, 0 where it has none: spares the look at most codes. */
  const codeStarts: number[] = [];
  const groups = new Map<string, SearchText>();
  const numbers = new Map<string, number>();

  const remove = (replyId: string) => {
    const number = numbers.get(replyId);
    if (number !== undefined) shelf[number] = null;
    numbers.delete(replyId);
  };
  const put = (reply: QuickReply) => {
    remove(reply.id);
    numbers.set(reply.id, shelf.push(reply) - 1);
    const code = foldCode(reply.code);
    codes.push(code);
    codeStarts.push(code === '' ? 0 : code.charCodeAt(0));
    titles.add(reply.title);
    texts.add(reply.variants ? [reply.text, ...reply.variants].join('\n') : reply.text);
    if (groups.has(reply.group)) return;
    const name = new SearchText(alphabet);
    name.add(reply.group);
    groups.set(reply.group, name);
  };
  for (const reply of replies) put(reply);
  titles.index();
  texts.index();

  /** Texts are left out once so many replies are found by what outranks them. */
  const found = (term: string, sounds: boolean, enough: number): TermHits => {
    const pattern = new SearchPattern(term, alphabet, { sounds });
    const literal = [...pattern.query].map((unit) => alphabet.find(unit));
    const scores = new Float64Array(shelf.length);
    const gain = (number: number, score: number) => {
      if (score > (scores[number] ?? 0)) scores[number] = score;
    };
    const gainAll = ({ texts: holders, starts }: TextHits, row: SearchText, worth: number) => {
      for (const number of holders) {
        const start = starts[number] ?? 0;
        const bonus = row.standsAt(number, start, literal) ? points.literal : 0;
        gain(number, worth + bonus + (start === 0 ? points.atStart : 0));
      }
    };
    const title = titles.find(pattern);
    gainAll(title, titles, points.title);
    const inGroups = new Map<string, Highlight>();
    for (const [group, name] of groups) {
      const { starts, ends } = name.find(pattern);
      const start = starts[0] ?? -1;
      if (start >= 0) inGroups.set(group, { start, end: ends[0] ?? 0 });
    }
    const first = term.charCodeAt(0);
    for (let number = 0; number < scores.length; number++) {
      if (codeStarts[number] !== first) continue;
      const code = codes[number] ?? '';
      if (code.startsWith(term)) gain(number, code === term ? points.code : points.codeStart - code.length);
    }
    if (inGroups.size > 0)
      for (let number = 0; number < scores.length; number++)
        if (inGroups.has(shelf[number]?.group ?? '')) gain(number, points.group);
    let outranking = 0;
    for (let number = 0; number < scores.length && outranking < enough; number++)
      if ((scores[number] ?? 0) >= points.title && shelf[number]) outranking++;
    // A hit in a title outranks every one that is in a text only.
    const looksInTexts = outranking < enough && (han.test(term) || term.length >= shortestForTexts);
    const text = looksInTexts ? texts.find(pattern) : null;
    if (text) gainAll(text, texts, points.text);
    return { scores, code: term, title, text, groups: inGroups };
  };

  /** Where nothing was found as it is written: other characters of the same sound, then one typing error in titles. */
  const guessed = (term: string): TermHits | null => {
    const sounding = han.test(term) ? found(term, true, Infinity) : null;
    if (sounding && foundAny(sounding)) {
      for (let number = 0; number < shelf.length; number++)
        sounding.scores[number] = (sounding.scores[number] ?? 0) * points.guess;
      return sounding;
    }
    if (!guessable.test(term)) return null;
    const title = noHits(shelf.length);
    const scores = new Float64Array(shelf.length);
    const patterns = transposed(term).map((variant) => new SearchPattern(variant, alphabet));
    patterns.push(new SearchPattern(term, alphabet, { oneError: true }));
    for (const pattern of patterns) {
      const hits = titles.find(pattern);
      for (const number of hits.texts) {
        if ((scores[number] ?? 0) > 0) continue;
        title.starts[number] = hits.starts[number] ?? -1;
        title.ends[number] = hits.ends[number] ?? 0;
        scores[number] = points.title * points.guess;
      }
    }
    return { scores, code: null, title, text: null, groups: new Map() };
  };

  const foundAny = ({ scores }: TermHits) => scores.some((score, number) => score > 0 && shelf[number]);

  const hitOf = (number: number, reply: QuickReply, score: number, terms: readonly TermHits[]): SearchHit => {
    const highlights: SearchHit['highlights'] = { code: [], title: [], text: [], group: [] };
    for (const { code, title, text, groups: inGroups } of terms) {
      if (code !== null && codes[number]?.startsWith(code)) highlights.code.push({ start: 0, end: code.length });
      highlights.title.push(...placesIn(title, number, reply.title));
      highlights.text.push(...placesIn(text, number, reply.text));
      const inGroup = inGroups.get(reply.group);
      if (inGroup) highlights.group.push(inGroup);
    }
    return { reply, score, highlights };
  };

  return {
    put,
    remove,
    search(query, { limit = 50, offered = () => true } = {}) {
      const terms: TermHits[] = [];
      const words = foldText(query).split(' ').filter(Boolean);
      for (const word of words) {
        const asWritten = found(word, false, words.length === 1 ? limit : Infinity);
        const hits = foundAny(asWritten) ? asWritten : guessed(word);
        if (hits === null) return [];
        terms.push(hits);
      }
      const best = new BestReplies(limit);
      for (let number = 0; number < shelf.length && terms.length > 0; number++) {
        let score = 0;
        for (const { scores } of terms) {
          const gained = scores[number] ?? 0;
          score = gained === 0 ? -Infinity : score + gained;
        }
        if (score <= 0 || !best.admits(score)) continue;
        const reply = shelf[number];
        if (reply && offered(reply)) best.add({ number, reply, score });
      }
      return best.ranked.map(({ number, reply, score }) => hitOf(number, reply, score, terms));
    },
  };
}

/** The query without its first letter, and with each two neighbours exchanged. */
function transposed(term: string): string[] {
  const variants = new Set<string>([term.slice(1)]);
  for (let i = 0; i + 1 < term.length; i++)
    variants.add(term.slice(0, i) + term.charAt(i + 1) + term.charAt(i) + term.slice(i + 2));
  variants.delete(term);
  return [...variants];
}

/** Almost every code is plain; the full folding is slow. */
function foldCode(code: string): string {
  return /^[a-z0-9]*$/.test(code) ? code : foldText(code);
}

/** The place of a hit, where it lies within the field as it is shown. */
function placesIn(hits: TextHits | null, number: number, field: string): Highlight[] {
  const start = hits?.starts[number] ?? -1;
  const end = hits?.ends[number] ?? 0;
  return start >= 0 && end <= field.length ? [{ start, end }] : [];
}
