import type { QuickReply } from '@/lib/domain/quickReply';
import { BestReplies, standing } from './bestReplies';
import { CodeIndex } from './codeIndex';
import { foldText } from './foldText';
import { RowPool } from './rowPool';
import { SearchAlphabet } from './searchAlphabet';
import { SearchHits } from './searchHits';
import { SearchPattern } from './searchPattern';
import { SearchText, type TextMatcher } from './searchText';
import { TypoPattern } from './typoPattern';
import { WordScores } from './wordScores';

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

/** What one word of the query is found by. */
interface FoundWord {
  matcher: TextMatcher;
  /** The word where codes may begin with it; null where it was guessed. */
  code: string | null;
  inTexts: boolean;
  inGroups: boolean;
}

/** Builds the search over a library. */
export function createReplySearch(replies: readonly QuickReply[]): ReplySearch {
  const alphabet = new SearchAlphabet();
  const titles = new SearchText(alphabet);
  const texts = new SearchText(alphabet);
  const groupNames = new SearchText(alphabet);
  const codes = new CodeIndex();
  /** By number; null = removed or replaced since. */
  const shelf: (QuickReply | null)[] = [];
  /** By group, the number of its name and those of its replies. */
  const groups = new Map<string, { name: number; members: number[] }>();
  const byName: number[][] = [];
  const numbers = new Map<string, number>();
  /** By number, how replies with the same points are ranked. */
  const standings: number[] = [];
  const rows = new RowPool();
  const scores = new WordScores();
  const hits = new SearchHits();

  const remove = (replyId: string) => {
    const number = numbers.get(replyId);
    if (number !== undefined) shelf[number] = null;
    numbers.delete(replyId);
  };
  const put = (reply: QuickReply) => {
    remove(reply.id);
    const number = shelf.push(reply) - 1;
    numbers.set(reply.id, number);
    standings.push(standing(reply));
    codes.add(reply.code);
    titles.add(reply.title);
    texts.add(reply.variants ? [reply.text, ...reply.variants].join('\n') : reply.text);
    const group = groups.get(reply.group) ?? { name: groups.size, members: [] };
    if (group.members.push(number) > 1) return;
    groups.set(reply.group, group);
    byName.push(group.members);
    groupNames.add(reply.group);
  };
  for (const reply of replies) put(reply);
  titles.index();
  texts.index();
  groupNames.index();

  const gainAll = (row: SearchText, matcher: SearchPattern, worth: number, factor: number) => {
    row.find(matcher, hits);
    const literal = Array.from(matcher.query, (unit) => alphabet.find(unit));
    // What never came can stand nowhere.
    const literally = literal.includes(0) ? 0 : points.literal;
    for (let i = 0; i < hits.count; i++) {
      const number = hits.texts[i] ?? 0;
      const place = hits.places[i] ?? 0;
      const bonus = literally > 0 && row.standsAt(place, literal) ? literally : 0;
      scores.gain(number, (worth + bonus + (row.isStart(number, place) ? points.atStart : 0)) * factor);
    }
  };
  const gainByCode = (word: string, factor: number) => {
    for (const number of codes.candidates(word)) {
      const code = codes.codes[number] ?? '';
      if (!code.startsWith(word)) continue;
      scores.gain(number, (code.length === word.length ? points.code : points.codeStart - code.length) * factor);
    }
  };
  const gainByGroup = (matcher: SearchPattern, factor: number) => {
    groupNames.find(matcher, hits);
    for (let i = 0; i < hits.count; i++)
      for (const number of byName[hits.texts[i] ?? 0] ?? []) scores.gain(number, points.group * factor);
  };

  /** Groups and texts are left out once so many offered replies are found by what outranks them. */
  const find = (word: string, sounds: boolean, enough: number, may: (number: number) => boolean): FoundWord => {
    const factor = sounds ? points.guess : 1;
    const matcher = new SearchPattern(word, alphabet, { rows, sounds });
    gainByCode(word, factor);
    gainAll(titles, matcher, points.title, factor);
    const more = !scores.reach(enough, may);
    const inTexts = more && (han.test(word) || word.length >= shortestForTexts);
    if (more) gainByGroup(matcher, factor);
    if (inTexts) gainAll(texts, matcher, points.text, factor);
    return { matcher, code: word, inTexts, inGroups: more };
  };

  /** Where nothing was found as it is written: other characters of the same sound, then one typing error in titles. */
  const guess = (word: string, may: (number: number) => boolean): FoundWord | null => {
    if (han.test(word)) {
      const sounding = find(word, true, Infinity, may);
      if (scores.reach(1, isThere)) return sounding;
    }
    if (!guessable.test(word)) return null;
    const matcher = new TypoPattern(word, alphabet, rows);
    titles.find(matcher, hits);
    for (let i = 0; i < hits.count; i++) scores.gain(hits.texts[i] ?? 0, points.title * points.guess);
    return { matcher, code: null, inTexts: false, inGroups: false };
  };

  const isThere = (number: number) => shelf[number] !== null;

  const hitOf = (number: number, reply: QuickReply, score: number, words: readonly FoundWord[]): SearchHit => {
    const highlights: SearchHit['highlights'] = { code: [], title: [], text: [], group: [] };
    const mark = (row: SearchText, text: number, matcher: TextMatcher, field: 'title' | 'text' | 'group') => {
      const place = row.findIn(text, matcher);
      // Behind the first text stand the others that say the same, which are not shown.
      if (place !== null && place.end <= reply[field].length) highlights[field].push(place);
    };
    for (const { matcher, code, inTexts, inGroups } of words) {
      if (code !== null && codes.codes[number]?.startsWith(code)) highlights.code.push({ start: 0, end: code.length });
      mark(titles, number, matcher, 'title');
      if (inTexts) mark(texts, number, matcher, 'text');
      if (inGroups) mark(groupNames, groups.get(reply.group)?.name ?? 0, matcher, 'group');
    }
    return { reply, score, highlights };
  };

  return {
    put,
    remove,
    search(query, { limit = 50, offered = () => true } = {}) {
      const may = (number: number) => {
        const reply = shelf[number];
        return reply !== null && reply !== undefined && offered(reply);
      };
      const written = foldText(query).split(' ').filter(Boolean);
      const words: FoundWord[] = [];
      rows.giveBackAll();
      scores.begin(shelf.length);
      for (const word of written) {
        if (words.length > 0) scores.nextWord();
        let found: FoundWord | null = find(word, false, written.length === 1 ? limit : Infinity, may);
        if (!scores.reach(1, isThere)) found = guess(word, may);
        if (found === null) return [];
        words.push(found);
      }
      scores.addEarlier();
      const best = new BestReplies(limit, standings);
      for (let i = 0; i < scores.count; i++) {
        const number = scores.touched[i] ?? 0;
        const score = scores.points[number] ?? 0;
        if (best.admits(number, score) && may(number)) best.add(number, score);
      }
      return best.ranked.flatMap(({ number, score }) => {
        const reply = shelf[number];
        return reply ? [hitOf(number, reply, score, words)] : [];
      });
    },
  };
}
