import { holds } from '@/lib/observer/value';
import type { RowTest, TranscriptRules } from '@/lib/workbenches/types';
import type { LeafIndex } from './leaves';
import { commonName, ownNames, selectorsOf, trust, wordsOf } from './naming';
import { type Row, type Side, sideOf } from './rowSets';

export interface Authors {
  rules: TranscriptRules['authors'];
  /** 0 to 1. */
  confidence: number;
  evidence: string;
  /** The two kinds are told apart, but not which of them is one's own. */
  asks: boolean;
}

const OWN = new Set(
  'own self me mine my right end agent operator admin outgoing out sent send sender seller merchant staff cs'.split(
    ' ',
  ),
);
const THEIRS = new Set(
  'customer buyer visitor client guest other them their not left start incoming in received receive recv receiver peer friend contact enduser'.split(
    ' ',
  ),
);

/** A mark that rows have: on themselves, or below. */
interface Mark {
  test: RowTest;
  selector: string;
  rows: Set<number>;
}

/** Finds what tells one's own rows from the customer's, by names and by where they stand. */
export function findAuthors(rows: readonly Row[], container: Element, index: LeafIndex): Authors | null {
  const sides = rows.map((row) => sideOf(row, container));
  const at = (side: Side) => sides.flatMap((one, i) => (one === side ? [i] : []));
  const [left, right] = [at('left'), at('right')];
  const marks = marksOf(rows);
  const spoken = rows.flatMap(({ said }, i) => (said.length > 0 ? [i] : []));
  const found =
    left.length > 0 && right.length > 0
      ? byPlace(rows, { left, right, middle: at('middle'), marks })
      : byWords(rows, spoken, marks, index);
  const hidden = marks
    .filter(({ selector }) => wordsOf(selector).some((word) => UNHEARD.has(word)))
    .filter((mark) => spoken.filter((i) => mark.rows.has(i)).length < spoken.length / 2);
  if (!found || hidden.length === 0) return found;
  return {
    ...found,
    rules: [...hidden.map(({ test }) => ({ author: 'ignore' as const, when: test })), ...found.rules],
  };
}

/** Rows that the customer never sees. */
const UNHEARD = new Set(['internal', 'whisper', 'private']);

function marksOf(rows: readonly Row[]): Mark[] {
  const marks = new Map<string, Mark>();
  rows.forEach(({ element }, i) => {
    const add = (kind: 'self' | 'has', selector: string) => {
      const key = kind + selector;
      const mark = marks.get(key) ?? { test: { [kind]: selector }, selector, rows: new Set() };
      marks.set(key, mark);
      mark.rows.add(i);
    };
    for (const selector of selectorsOf(element)) add('self', selector);
    for (const inner of element.querySelectorAll('*')) for (const selector of selectorsOf(inner)) add('has', selector);
    for (const inner of [element, ...element.querySelectorAll('[style*="flex-"]')]) {
      const end = /(?:justify-content|align-(?:items|self)):\s*(flex-end|flex-start)/u.exec(
        inner.getAttribute('style') ?? '',
      );
      if (end) add(inner === element ? 'self' : 'has', `[style*="${end[1]}"]`);
    }
  });
  return [...marks.values()];
}

function leaning({ selector }: Mark): number {
  const words = wordsOf(selector.replace(/end-?user/giu, 'enduser'));
  const theirs = words.filter((word) => THEIRS.has(word)).length;
  const negated = words.includes('not') || words.includes('other');
  const own = negated ? 0 : words.filter((word) => OWN.has(word)).length;
  if (/="(?:true|1)"/u.test(selector) && own > 0) return 2;
  if (/="(?:false|0)"/u.test(selector) && own > 0) return -2;
  return Math.sign(own - theirs);
}

/** The best mark that all of some rows have and none of the others. */
function markOf(
  marks: readonly Mark[],
  those: readonly number[],
  not: readonly number[],
  strangers: readonly number[],
  lean: 1 | -1,
) {
  const worth = (mark: Mark) =>
    trust(mark.selector) +
    Math.sign(leaning(mark)) * lean * 2 +
    ('self' in mark.test ? 1 : 0) -
    strangers.filter((i) => mark.rows.has(i)).length / Math.max(1, strangers.length);
  return marks
    .filter(({ rows }) => those.every((i) => rows.has(i)) && !not.some((i) => rows.has(i)))
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** What every message has and no other row: a bubble. */
function messageMark(
  marks: readonly Mark[],
  messages: readonly number[],
  strangers: readonly number[],
): RowTest | null {
  if (strangers.length === 0) return {};
  return markOf(marks, messages, strangers, [], 1)?.test ?? null;
}

/** What the rows with a mark have, and most of the others, but not all: a system row has it not. */
function usualMark(marks: readonly Mark[], mark: Mark, count: number): RowTest {
  const others = [...Array(count).keys()].filter((i) => !mark.rows.has(i));
  const share = ({ rows }: Mark) => others.filter((i) => rows.has(i)).length / Math.max(1, others.length);
  const usual = marks
    .filter((one) => 'has' in one.test && [...mark.rows].every((i) => one.rows.has(i)))
    .filter((one) => share(one) >= 0.6 && share(one) < 1)
    .sort((a, b) => share(b) - share(a) || trust(b.selector) - trust(a.selector))[0];
  return usual?.test ?? {};
}

function both(a: RowTest, b: RowTest): RowTest {
  return { ...a, ...b };
}

function byPlace(
  rows: readonly Row[],
  { left, right, middle, marks }: { left: number[]; right: number[]; middle: number[]; marks: Mark[] },
): Authors {
  const messages = [...left, ...right];
  const own = markOf(marks, right, left, middle, 1);
  const theirs = markOf(marks, left, right, middle, -1);
  // A long text reaches from side to side, and stands in the middle: what is marked as one side is one.
  const marked = (mark: Mark | undefined) => middle.filter((i) => mark?.rows.has(i));
  if (own && theirs) {
    const strangers = middle.filter((i) => own.rows.has(i) && theirs.rows.has(i));
    if (strangers.length === 0) {
      return {
        rules: [
          { author: 'own', when: own.test },
          { author: 'customer', when: theirs.test },
        ],
        confidence: 1,
        evidence: `own rows have ${own.selector} and stand right, the customer's have ${theirs.selector} and stand left`,
        asks: false,
      };
    }
  }
  const [mark, author] = own ? [own, 'own' as const] : [theirs, 'customer' as const];
  const strangers = middle.filter((i) => !marked(mark).includes(i));
  const message = messageMark(marks, [...messages, ...marked(mark)], strangers);
  if (mark && message && !(message.lacks !== undefined || (message.self && mark.test.self && message.has))) {
    const other = author === 'own' ? ('customer' as const) : ('own' as const);
    return {
      rules: [
        { author, when: mark.test },
        { author: other, when: both(message, { lacks: mark.selector }) },
      ],
      confidence: 0.9,
      evidence: `only rows ${author === 'own' ? 'at the right' : 'at the left'} have ${mark.selector}`,
      asks: false,
    };
  }
  const spoken = messages.flatMap((i) => rows[i]?.said[0]?.element ?? []);
  const bubble = commonName(spoken);
  const stands = (side: 'left' | 'right'): RowTest => ({
    stands: bubble === null ? { side } : { at: [bubble], side },
  });
  return {
    rules: [
      { author: 'own', when: stands('right') },
      { author: 'customer', when: stands('left') },
    ],
    confidence: 0.75,
    evidence: 'nothing but where they stand tells the rows apart',
    asks: false,
  };
}

/** One column: two kinds of rows by a mark whose words say whose they are. */
function byWords(
  rows: readonly Row[],
  spoken: readonly number[],
  marks: readonly Mark[],
  index: LeafIndex,
): Authors | null {
  const splits = marks.filter(({ rows: has }) => {
    const count = spoken.filter((i) => has.has(i)).length;
    return count > 0 && count < spoken.length;
  });
  let best: { own: Mark | null; theirs: Mark | null; worth: number } | null = null;
  const consider = (own: Mark | null, theirs: Mark | null) => {
    const covers = spoken.filter((i) => own?.rows.has(i) || theirs?.rows.has(i)).length / spoken.length;
    const overlap = own && theirs ? spoken.filter((i) => own.rows.has(i) && theirs.rows.has(i)).length : 0;
    if (overlap > 0) return;
    const said = Math.max(0, own ? leaning(own) : 0) + Math.max(0, theirs ? -leaning(theirs) : 0);
    const counts = [own, theirs].map((mark) => spoken.filter((i) => mark?.rows.has(i)).length);
    const balance = own && theirs ? Math.min(...counts) / spoken.length : 0;
    const worth =
      said * 2 +
      balance * 4 +
      covers * 2 +
      (own && theirs ? 1 : 0) +
      ((own ? trust(own.selector) : 0) + (theirs ? trust(theirs.selector) : 0)) / 10;
    if (said > 0 && (!best || worth > best.worth)) best = { own, theirs, worth };
  };
  const ownMarks = splits.filter((mark) => leaning(mark) > 0);
  const theirMarks = splits.filter((mark) => leaning(mark) < 0);
  for (const own of ownMarks) {
    consider(own, null);
    for (const theirs of theirMarks) consider(own, theirs);
  }
  for (const theirs of theirMarks) consider(null, theirs);
  const found = best as { own: Mark | null; theirs: Mark | null } | null;
  if (found) {
    const { own, theirs } = found;
    const lacking = (mark: Mark): RowTest => both(usualMark(marks, mark, rows.length), { lacks: mark.selector });
    const ownTest = own ? own.test : theirs ? lacking(theirs) : {};
    const theirTest = theirs ? theirs.test : own ? lacking(own) : {};
    return {
      rules: [
        { author: 'own', when: ownTest },
        { author: 'customer', when: theirTest },
      ],
      confidence: own && theirs ? 0.85 : 0.7,
      evidence: `names alone: ${own ? `own rows have ${own.selector}` : ''}${own && theirs ? ', ' : ''}${theirs ? `the customer's have ${theirs.selector}` : ''}`,
      asks: false,
    };
  }
  const named = byNames(rows, spoken, index);
  if (named) return named;
  // Two kinds, and nothing that says which is whose.
  const split = splits
    .sort((a, b) => Math.abs(b.rows.size - spoken.length / 2) - Math.abs(a.rows.size - spoken.length / 2))
    .pop();
  if (!split) return null;
  const first = rows[spoken[0] ?? 0]?.element;
  const customerHasIt = first !== undefined && holds(split.test, first);
  return {
    rules: [
      { author: customerHasIt ? 'customer' : 'own', when: split.test },
      { author: customerHasIt ? 'own' : 'customer', when: { lacks: split.selector } },
    ],
    confidence: 0.3,
    evidence: `two kinds of rows, by ${split.selector}; the first is taken for the customer's`,
    asks: true,
  };
}

/** One column, no marks: every row says who wrote it, one of two. The customer's name also stands elsewhere on the page. */
function byNames(rows: readonly Row[], spoken: readonly number[], index: LeafIndex): Authors | null {
  const inRows = new Set(rows.flatMap(({ element }) => index.under(element).map((leaf) => leaf)));
  const places = new Map<string, Map<number, string>>();
  for (const i of spoken) {
    const row = rows[i];
    if (!row) continue;
    for (const leaf of index.under(row.element)) {
      if (leaf.isTime || row.said.includes(leaf)) continue;
      for (const name of [...ownNames(leaf.element), leaf.element.tagName.toLowerCase()]) {
        if (row.element.querySelector(name) !== leaf.element) continue;
        const place = places.get(name) ?? new Map<number, string>();
        places.set(name, place.set(i, leaf.text));
      }
    }
  }
  for (const [selector, said] of places) {
    const values = [...new Set(said.values())];
    const [a, b] = values;
    if (said.size !== spoken.length || values.length !== 2 || a === undefined || b === undefined) continue;
    const elsewhere = (value: string) => index.leaves.filter((leaf) => leaf.text === value && !inRows.has(leaf)).length;
    const known = elsewhere(a) !== elsewhere(b);
    const isOwn = (value: string) => /^(?:me|you|i|我|客服|agent|support)$/iu.test(value);
    const customer = isOwn(a) ? b : isOwn(b) ? a : elsewhere(b) > elsewhere(a) ? b : a;
    const test = (value: string): RowTest => ({
      value: { at: [selector], is: `^${value.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')}$` },
    });
    return {
      rules: [
        // The customer is another one in the next conversation; the agent stays.
        { author: 'own', when: test(customer === a ? b : a) },
        { author: 'customer', when: { has: selector } },
      ],
      confidence: known ? 0.6 : 0.3,
      evidence: `rows name who wrote them at ${selector}; ${customer} is taken for the customer`,
      asks: !known && !isOwn(a) && !isOwn(b),
    };
  }
  return null;
}
