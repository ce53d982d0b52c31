import { holdsNode } from '@/lib/observer/roots';
import { commonName, isLook } from './naming';
import type { Row, RowSet } from './rowSets';

/** Rows that may be messages, and how likely they look by themselves. */
export interface Likely {
  set: RowSet;
  /** Of very many, the last ones. */
  rows: Row[];
  likely: number;
}

/** What is part of a larger list, or holds several messages in one row, is this much less likely. */
const LESS = 0.4;
/** The other one must be at least this likely itself, of what this one is. */
const LEAST_SHARE = 0.35;
/** Nearly all. */
const MOST = 0.8;

/**
 * How far other sets of rows speak against one: 1 = they do not. A transcript is whole: a day's messages, or those of one
 * side, are part of it. And a row is one message: what holds several is a group of them.
 */
export function unlessBetter(one: Likely, all: readonly Likely[]): number {
  const isBetter = all.some(
    (other) =>
      other !== one &&
      other.likely >= one.likely * LEAST_SHARE &&
      (isPart(one, other) || isGroups(one, other) || isInRow(one, other) || areParts(one, other)),
  );
  return isBetter ? LESS : 1;
}

/** Nearly all the messages of one are among the rows of the other, which has more messages. */
function isPart(one: Likely, other: Likely): boolean {
  if (messagesIn(other) <= messagesIn(one)) return false;
  const among = new Set(other.set.rows);
  const own = spokenOf(one);
  return own.filter(({ element }) => among.has(element)).length >= own.length * MOST;
}

/** Of all rows, by what those are that were looked at. */
function messagesIn(one: Likely): number {
  return (spokenOf(one).length / one.rows.length) * one.set.rows.length;
}

/**
 * Rows of the other stand in rows of this one, several in some, and hold all that was said: of one kind, with a name of their
 * own, and each with something else to say.
 */
function isGroups(one: Likely, other: Likely): boolean {
  if (messagesIn(other) <= messagesIn(one) || !holdsNode(one.set.container, other.set.container)) return false;
  const inner = spokenOf(other);
  if (!areNamed(inner)) return false;
  const within = new Set(inner.flatMap((row) => row.said.map(({ element }) => element)));
  const groups = spokenOf(one);
  const held = groups.filter((row) => row.said.every(({ element, isTime }) => isTime || within.has(element)));
  const texts = new Set(inner.map((row) => row.said.map(({ text }) => text).join(' ')));
  return held.length >= groups.length * MOST && texts.size >= inner.length / 2;
}

/** It stands in a single row of the other, whose rows are alike: it is what a message is made of. */
function isInRow(one: Likely, other: Likely): boolean {
  const rows = spokenOf(other);
  return rows.length > 1 && areNamed(rows) && rows.some(({ element }) => holdsNode(element, one.set.container));
}

/**
 * Several stand in each row of the other, with no name of their own, or with the same to say in row after row: a name, a text
 * and how it fared.
 */
function areParts(one: Likely, other: Likely): boolean {
  const [parts, rows] = [spokenOf(one), spokenOf(other)];
  if (rows.length < 3 || messagesIn(one) < 2 * rows.length) return false;
  const byRow = rows.map(({ element }) => parts.filter((part) => element.contains(part.element)));
  if (byRow.filter((those) => those.length > 1).length < rows.length * MOST) return false;
  if (!areNamed(parts)) return true;
  const at = (place: number) => byRow.flatMap((those) => those[place]?.said.map(({ text }) => text).join(' ') ?? []);
  return [0, 1, 2].some((place) => {
    const texts = at(place);
    return texts.length >= rows.length * MOST && new Set(texts).size <= texts.length / 2;
  });
}

/** One kind of element, with a name that says more than how it looks. */
function areNamed(rows: readonly Row[]): boolean {
  const elements = rows.map(({ element }) => element);
  const name = commonName(elements);
  return name !== null && !isLook(name) && new Set(elements.map(({ tagName }) => tagName)).size === 1;
}

/** The rows that say something else than when. */
function spokenOf({ rows }: Likely): Row[] {
  return rows.filter(({ said }) => said.some(({ isTime }) => !isTime));
}
