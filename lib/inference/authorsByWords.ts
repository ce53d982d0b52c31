import { holds } from '@/lib/observer/value';
import type { RowTest } from '@/lib/workbenches/types';
import { byNames } from './authorNames';
import type { Authors } from './authors';
import { isKin } from './kin';
import type { LeafIndex } from './leaves';
import { leaning, type Mark, unescaped, worthOf } from './marks';
import { both, messageMark } from './markTests';
import { wordsOf } from './naming';
import { oneSided } from './oneSided';
import type { Row } from './rowSets';
import { isTimeShaped } from './timeShape';

/** Nearly all. */
const MOST = 0.66;

/** So many that look otherwise than the one side does are not the other side. */
const FEW_OTHERS = 0.5;
const MOST_OTHERS = 2;

/** One column: two kinds of rows by a mark whose words say whose they are. */
export function byWords(
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
