import { holds } from '@/lib/observer/value';
import type { TranscriptRules } from '@/lib/workbenches/types';
import { byPlace, turned } from './authorsByPlace';
import { byWords } from './authorsByWords';
import type { LeafIndex } from './leaves';
import { type Mark, marksOf } from './marks';
import { both } from './markTests';
import { oneSided } from './oneSided';
import type { Row } from './rowSets';
import { isRightToLeft, sidesOf } from './sides';
import { findStrangers } from './strangers';

/** What tells one's own rows from the customer's. */
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
  const sides = sidesOf(rows, container);
  const strangers = findStrangers(rows, marks, sides);
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
  const places = { own, theirs, middle: [...at('middle'), ...unclear, ...untested], strangers: strangers.rows, marks };
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
