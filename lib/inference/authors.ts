import { first } from '@/lib/observer/query';
import { holds } from '@/lib/observer/value';
import type { RowTest, TranscriptRules } from '@/lib/workbenches/types';
import { byNames } from './authorNames';
import { isKin } from './kin';
import type { LeafIndex } from './leaves';
import { leaning, type Mark, marksOf, roleOf, unescaped, worthOf } from './marks';
import { both, markOf, messageMark } from './markTests';
import { commonName, wordsOf } from './naming';
import { oneSided } from './oneSided';
import type { Row } from './rowSets';
import { isRightToLeft, sidesOf } from './sides';
import { findStrangers } from './strangers';
import { isTimeShaped } from './timeShape';

export interface Authors {
  rules: TranscriptRules['authors'];
  /** 0 to 1. */
  confidence: number;
  evidence: string;
  /** The two kinds are told apart, but not which of them is one's own. */
  asks: boolean;
}

/** Finds what tells one's own rows from the customer's, by names and by where they stand. */
export function findAuthors(rows: readonly Row[], container: Element, index: LeafIndex): Authors | null {
  const marks = marksOf(rows, container);
  const strangers = findStrangers(rows, marks);
  const sides = sidesOf(rows, container);
  const at = (side: 'left' | 'right' | 'middle' | null) =>
    sides.flatMap((one, i) => (one === side && !strangers.rows.has(i) ? [i] : []));
  const isTurned = isRightToLeft(container);
  const [own, theirs] = isTurned ? [at('left'), at('right')] : [at('right'), at('left')];
  const spoken = rows.flatMap(({ said }, i) => (said.length > 0 && !strangers.rows.has(i) ? [i] : []));
  const unclear = at(null).filter((i) => spoken.includes(i));
  // Those that a test already tells from messages need no other.
  const untested = [...strangers.rows].filter(
    (i) => !strangers.tests.some((test) => rows[i] && holds(test, rows[i].element)),
  );
  const places = { own, theirs, middle: [...at('middle'), ...unclear, ...untested], marks };
  const found =
    own.length > 0 && theirs.length > 0
      ? byPlace(rows, turned(places))
      : (byWords(rows, spoken, marks, index, strangers.rows) ??
        oneSided({ rows, spoken, marks, strangers: strangers.rows, isTurned }));
  if (!found) return null;
  const ignored = strangers.tests.map((when) => ({ author: 'ignore' as const, when }));
  return { ...found, rules: [...ignored, ...withColleagues(found.rules, marks, spoken, rows)] };
}

/** Rows at the customer's side that look as one's own do: others of the team have written them. */
function withColleagues(
  rules: Authors['rules'],
  marks: readonly Mark[],
  spoken: readonly number[],
  rows: readonly Row[],
): Authors['rules'] {
  const of = (author: 'own' | 'customer') =>
    spoken.filter((i) => {
      const row = rows[i];
      return row && rules.find(({ when }) => holds(when, row.element))?.author === author;
    });
  const [own, theirs] = [of('own'), of('customer')];
  const customer = rules.find(({ author }) => author === 'customer')?.when;
  if (own.length < 1 || theirs.length < 3 || !customer || customer.has !== undefined) return rules;
  const found = marks
    // One row of one's own may share anything with another row: only its ground says whose it is.
    .filter(({ selector }) => own.length > 1 || /^\.bg-/u.test(selector))
    .filter((mark) => 'has' in mark.test && own.filter((i) => mark.rows.has(i)).length >= own.length / 2)
    .map((mark) => ({ mark, odd: theirs.filter((i) => mark.rows.has(i)) }))
    .filter(({ odd }) => odd.length > 0 && odd.length <= theirs.length * 0.34)
    .find(({ odd }) =>
      marks.some(
        ({ rows: has }) => !own.some((i) => has.has(i)) && theirs.every((i) => has.has(i) !== odd.includes(i)),
      ),
    );
  if (!found) return rules;
  return [{ author: 'colleague', when: both(customer, found.mark.test) }, ...rules];
}

interface Places {
  own: number[];
  theirs: number[];
  middle: number[];
  marks: Mark[];
  /** The sides are the other way round, as names of roles say. */
  isTurned: boolean;
}

/** Where both sides are named after their role, the names say whose they are, not the side. */
function turned(places: Omit<Places, 'isTurned'>): Places {
  const { own, theirs, marks } = places;
  const roles = (those: readonly number[], others: readonly number[]) =>
    new Set(
      marks
        .filter(({ rows }) => those.every((i) => rows.has(i)) && !others.some((i) => rows.has(i)))
        .map(roleOf)
        .filter((role) => role !== 0),
    );
  const [atOwn, atTheirs] = [roles(own, theirs), roles(theirs, own)];
  const isTurned = atOwn.has(-1) && !atOwn.has(1) && atTheirs.has(1) && !atTheirs.has(-1);
  return isTurned ? { ...places, own: theirs, theirs: own, isTurned } : { ...places, isTurned };
}

/** What the rows with a mark have, and most of the others, but not all: a system row has it not. */
function usualMark(marks: readonly Mark[], mark: Mark, count: number): RowTest {
  const others = [...Array(count).keys()].filter((i) => !mark.rows.has(i));
  const share = ({ rows }: Mark) => others.filter((i) => rows.has(i)).length / Math.max(1, others.length);
  const usual = marks
    .filter((one) => 'has' in one.test && [...mark.rows].every((i) => one.rows.has(i)))
    .filter((one) => share(one) >= 0.6 && share(one) < 1)
    .sort((a, b) => share(b) - share(a) || worthOf(b) - worthOf(a))[0];
  return usual?.test ?? {};
}

/** A card, a notice: it stands at a side, but has not what nearly all the others there and on the other side have. */
function withoutStrays({ own, theirs, middle, ...rest }: Places): Places {
  const share = ({ rows }: Mark, those: readonly number[]) => those.filter((i) => rows.has(i)).length / those.length;
  const usual = rest.marks
    .filter((mark) => !middle.some((i) => mark.rows.has(i)))
    .filter((mark) => share(mark, own) >= MOST && share(mark, theirs) >= MOST)
    .sort((a, b) => share(b, own) + share(b, theirs) - share(a, own) - share(a, theirs) || worthOf(b) - worthOf(a))[0];
  if (!usual) return { own, theirs, middle, ...rest };
  const isStray = (i: number) => !usual.rows.has(i);
  return {
    own: own.filter((i) => !isStray(i)),
    theirs: theirs.filter((i) => !isStray(i)),
    middle: [...middle, ...[...own, ...theirs].filter(isStray)],
    ...rest,
  };
}

/** Less than this a mark may be one person's. */
const LASTING = 0.25;
/** Nearly all. */
const MOST = 0.66;

function byPlace(rows: readonly Row[], places: Places): Authors {
  const { own: ownRows, theirs: theirRows, middle, marks, isTurned } = withoutStrays(places);
  const messages = [...ownRows, ...theirRows];
  const own = markOf(marks, ownRows, theirRows, middle, 1);
  const theirMark = markOf(marks, theirRows, ownRows, middle, -1);
  // One customer's picture or name fits no other customer.
  const theirs = own && theirMark && worthOf(theirMark) < LASTING ? undefined : theirMark;
  const sure = isTurned ? 0.8 : 1;
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
        confidence: sure,
        evidence: `own rows have ${own.selector}, the customer's have ${theirs.selector}, and they stand on two sides`,
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
      confidence: 0.9 * sure,
      evidence: `only ${author === 'own' ? 'own' : "the customer's"} rows have ${mark.selector}, and they stand on one side`,
      asks: false,
    };
  }
  const bubble = saidPlace(messages.flatMap((i) => rows[i] ?? []));
  const rightIsOwn = ownRows.some((i) => isAtRight(rows, i, theirRows));
  const stands = (side: 'left' | 'right'): RowTest => ({
    stands: bubble === null ? { side } : { at: [bubble], side },
  });
  return {
    rules: [
      { author: 'own', when: stands(rightIsOwn ? 'right' : 'left') },
      { author: 'customer', when: stands(rightIsOwn ? 'left' : 'right') },
    ],
    confidence: 0.75 * sure,
    evidence: 'nothing but where they stand tells the rows apart',
    asks: false,
  };
}

/** A selector that finds what was said in each row: a name, else what kind of element it is. */
function saidPlace(messages: readonly Row[]): string | null {
  const name = commonName(messages.flatMap(({ said }) => said[0]?.element ?? []));
  const tag = messages[0]?.said[0]?.element.tagName.toLowerCase();
  if (name !== null || tag === undefined) return name;
  return messages.every(({ element, said }) => first(element, [tag]) === said[0]?.element) ? tag : null;
}

function isAtRight(rows: readonly Row[], one: number, others: readonly number[]): boolean {
  const middle = (i: number) => {
    const box = rows[i]?.said[0]?.element.getBoundingClientRect();
    return box ? box.left + box.width / 2 : 0;
  };
  return others.some((other) => middle(one) > middle(other));
}

/** So many that look otherwise than the one side does are not the other side. */
const FEW_OTHERS = 0.5;
const MOST_OTHERS = 2;

/** One column: two kinds of rows by a mark whose words say whose they are. */
function byWords(
  rows: readonly Row[],
  spoken: readonly number[],
  marks: readonly Mark[],
  index: LeafIndex,
  strangers: ReadonlySet<number>,
): Authors | null {
  const known = new Set(index.leaves.flatMap(({ text, isTime }) => (isTime ? [] : [text])));
  /** A label that names somebody whom the page names elsewhere is the customer's, unless it says that it is one's own. */
  const lean = (mark: Mark): number => {
    const value = /\[(?:aria-label|title|alt)="(.*)"\]$/u.exec(mark.selector)?.[1];
    const said = leaning(mark);
    if (said !== 0 || value === undefined) return said;
    const text = unescaped(value);
    if (isTimeShaped(text)) return 0;
    return [...known].some((name) => name.length > 1 && text.includes(name)) ? -1 : 0;
  };
  const named = byNames(rows, spoken, index);
  const names = named?.asks === false ? named.names : null;
  const splits = marks.filter(({ rows: has }) => {
    const count = spoken.filter((i) => has.has(i)).length;
    return count > 0 && count < spoken.length && !(names && parts(names, has, spoken));
  });
  let best: { own: Mark | null; theirs: Mark | null; worth: number } | null = null;
  const consider = (own: Mark | null, theirs: Mark | null) => {
    const covers = spoken.filter((i) => own?.rows.has(i) || theirs?.rows.has(i)).length / spoken.length;
    const overlap = own && theirs ? spoken.filter((i) => own.rows.has(i) && theirs.rows.has(i)).length : 0;
    if (overlap > 0) return;
    const said = Math.max(0, own ? lean(own) : 0) + Math.max(0, theirs ? -lean(theirs) : 0);
    const counts = [own, theirs].map((mark) => spoken.filter((i) => mark?.rows.has(i)).length);
    const balance = own && theirs ? Math.min(...counts) / spoken.length : 0;
    const worth =
      said * 2 +
      balance * 4 +
      covers * 2 +
      (own && theirs ? 1 : 0) +
      ((own ? worthOf(own) : 0) + (theirs ? worthOf(theirs) : 0)) / 10;
    if (said > 0 && (!best || worth > best.worth)) best = { own, theirs, worth };
  };
  const ownMarks = splits.filter((mark) => lean(mark) > 0);
  const theirMarks = splits.filter((mark) => lean(mark) < 0);
  for (const own of ownMarks) {
    consider(own, null);
    for (const theirs of theirMarks) consider(own, theirs);
  }
  for (const theirs of theirMarks) consider(null, theirs);
  const found = best as { own: Mark | null; theirs: Mark | null } | null;
  const sole = found && (found.own === null) !== (found.theirs === null) ? (found.own ?? found.theirs) : null;
  const others = sole ? spoken.filter((i) => !sole.rows.has(i)) : [];
  if (
    sole &&
    others.length <= Math.min(MOST_OTHERS, spoken.length * FEW_OTHERS) &&
    !others.some((i) => isKin(i, sole.rows, rows))
  ) {
    const messages = spoken.filter((i) => sole.rows.has(i));
    return oneSided({ rows, spoken: messages, marks, strangers: new Set([...strangers, ...others]), isTurned: false });
  }
  if (found) {
    const { own } = found;
    const counterpart = own && !found.theirs ? counterpartOf(own, marks, spoken) : null;
    if (own && counterpart) {
      return {
        rules: [
          { author: 'own', when: own.test },
          { author: 'customer', when: counterpart.test },
        ],
        confidence: 0.85,
        evidence: `names alone: own rows have ${own.selector}, the customer's have ${counterpart.selector}`,
        asks: false,
      };
    }
    // A label that holds one customer's name fits no other customer.
    const theirs = own && found.theirs && worthOf(found.theirs) < 1 ? null : found.theirs;
    const message = strangers.size > 0 ? messageMark(marks, spoken, [...strangers]) : null;
    const lacking = (mark: Mark): RowTest =>
      both(message ?? usualMark(marks, mark, rows.length), { lacks: mark.selector });
    const ownTest = own ? own.test : theirs ? lacking(theirs) : {};
    const theirTest = theirs
      ? theirs.test
      : own
        ? message
          ? lacking(own)
          : lackingOf(own, found.theirs, marks, rows.length)
        : {};
    return {
      rules: [
        { author: 'own', when: ownTest },
        { author: 'customer', when: theirTest },
      ],
      confidence: own && found.theirs ? 0.85 : 0.7,
      evidence: `names alone: ${own ? `own rows have ${own.selector}` : ''}${own && theirs ? ', ' : ''}${theirs ? `the customer's have ${theirs.selector}` : ''}`,
      asks: false,
    };
  }
  if (named) return named;
  // Two kinds, and nothing that says which is whose.
  if (spoken.length < 3) return null;
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

/** A mark of most of the other rows that is called as one's own is, but for one word: another role. */
function counterpartOf(own: Mark, marks: readonly Mark[], spoken: readonly number[]): Mark | null {
  const words = wordsOf(own.selector);
  const others = spoken.filter((i) => !own.rows.has(i));
  const isAlike = (mark: Mark) => {
    const other = wordsOf(mark.selector);
    return other.length === words.length && other.filter((word, i) => word !== words[i]).length === 1;
  };
  return (
    marks.find(
      (mark) =>
        'has' in mark.test === 'has' in own.test &&
        isAlike(mark) &&
        !spoken.some((i) => mark.rows.has(i) && own.rows.has(i)) &&
        others.filter((i) => mark.rows.has(i)).length >= others.length * MOST,
    ) ?? null
  );
}

/** Whether some rows of one person have it and others have not, or rows of both have it: it is no side's. */
function parts(names: ReadonlyMap<number, string>, has: ReadonlySet<number>, spoken: readonly number[]): boolean {
  const those = new Set(spoken.flatMap((i) => (has.has(i) ? (names.get(i) ?? []) : [])));
  const others = spoken.flatMap((i) => (has.has(i) ? [] : (names.get(i) ?? [])));
  return those.size > 1 || others.some((name) => those.has(name));
}

/** What the customer's rows share with one's own, and system rows have not. */
function lackingOf(own: Mark, theirs: Mark | null, marks: readonly Mark[], count: number): RowTest {
  const lacks = { lacks: own.selector };
  if (!theirs) return both(usualMark(marks, own, count), lacks);
  const said = [...own.rows, ...theirs.rows];
  const strangers = [...Array(count).keys()].filter((i) => !said.includes(i));
  return both(messageMark(marks, said, strangers) ?? {}, lacks);
}
