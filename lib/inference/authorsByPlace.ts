import { first } from '@/lib/observer/query';
import type { RowTest } from '@/lib/workbenches/types';
import type { Authors } from './authors';
import { isKin } from './kin';
import { type Mark, roleOf, worthOf } from './marks';
import { both, markOf, messageMark } from './markTests';
import { commonName } from './naming';
import type { Row } from './rowSets';

/** The rows at each side, by number, and what marks them. */
export interface Places {
  own: number[];
  theirs: number[];
  middle: number[];
  /** Those that are nobody's, by what they are called or say. */
  strangers: ReadonlySet<number>;
  marks: Mark[];
  /** The sides are the other way round, as names of roles say. */
  isTurned: boolean;
}

/** Less than this a mark may be one person's. */
const LASTING = 0.25;
/** Nearly all. */
const MOST = 0.66;

/** Where both sides are named after their role, the names say whose they are, not the side. */
export function turned(places: Omit<Places, 'isTurned'>): Places {
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

/**
 * A card, a notice: it stands at a side, but has not what nearly all the others there and on the other side have. Where nobody's
 * rows have what all rows have, it is one that is built as no other row and has not what those have not.
 */
function withoutStrays({ own, theirs, middle, ...rest }: Places, all: readonly Row[]): Places {
  const share = ({ rows }: Mark, those: readonly number[]) => those.filter((i) => rows.has(i)).length / those.length;
  const usuals = rest.marks
    .filter((mark) => !middle.some((i) => mark.rows.has(i)))
    .filter((mark) => share(mark, own) >= MOST && share(mark, theirs) >= MOST)
    .sort((a, b) => share(b, own) + share(b, theirs) - share(a, own) - share(a, theirs) || worthOf(b) - worthOf(a));
  const [usual] = usuals;
  if (!usual) return { own, theirs, middle, ...rest };
  const [spoken] = usuals.filter((mark) => ![...rest.strangers].some((i) => mark.rows.has(i)));
  const isAlone = (i: number) =>
    spoken !== undefined &&
    rest.strangers.size > 0 &&
    !spoken.rows.has(i) &&
    !isKin(i, new Set([...own, ...theirs].filter((other) => other !== i)), all);
  const isStray = (i: number) => !usual.rows.has(i) || isAlone(i);
  return {
    own: own.filter((i) => !isStray(i)),
    theirs: theirs.filter((i) => !isStray(i)),
    middle: [...middle, ...[...own, ...theirs].filter(isStray)],
    ...rest,
  };
}

/** Two columns: rows stand at their side, and a mark that one side has alone is an independent witness. */
export function byPlace(rows: readonly Row[], places: Places): Authors {
  const { own: ownRows, theirs: theirRows, middle, marks, isTurned } = withoutStrays(places, rows);
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
