import { holdsNode } from '@/lib/observer/roots';
import { commonName } from './naming';
import type { Row, RowSet } from './rowSets';

/** Rows that may be messages, and how likely they look by themselves. */
export interface Likely {
  set: RowSet;
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
    (other) => other !== one && other.likely >= one.likely * LEAST_SHARE && (isPart(one, other) || isGroups(one, other)),
  );
  return isBetter ? LESS : 1;
}

/** Nearly all the messages of one are among those of the other, which has more. */
function isPart(one: Likely, other: Likely): boolean {
  const [own, more] = [spokenOf(one), spokenOf(other)];
  if (more.length <= own.length) return false;
  const among = new Set(more.map(({ element }) => element));
  return own.filter(({ element }) => among.has(element)).length >= own.length * MOST;
}

/** Rows of the other stand in rows of this one, several in some, and hold all that was said. */
function isGroups(one: Likely, other: Likely): boolean {
  const [own, inner] = [spokenOf(one), spokenOf(other)];
  if (inner.length <= own.length || commonName(other.set.rows) === null) return false;
  if (!holdsNode(one.set.container, other.set.container)) return false;
  const said = new Set(inner.flatMap((row) => row.said.map(({ element }) => element)));
  const whole = own.filter((row) => row.said.every(({ element }) => said.has(element)));
  return whole.length >= own.length * MOST;
}

function spokenOf({ rows }: Likely): Row[] {
  return rows.filter(({ said }) => said.length > 0);
}
