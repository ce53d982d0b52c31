import { holds } from '@/lib/observer/value';
import type { RowTest } from '@/lib/workbenches/types';
import type { Authors } from './authors';
import type { LeafIndex } from './leaves';
import { marksOf } from './marks';
import { markOf } from './markTests';
import type { Row, RowSet } from './rowSets';
import { sidesOf } from './sides';

/** What the user pointed at: it is so, whatever the page looks like. */
export interface Picks {
  /** Within a message of the customer. */
  customer?: Element;
  /** Within a message of one's own. */
  own?: Element;
  /** Within an automatic message. */
  automatic?: Element;
  /** Within an item of the conversation list, or the list itself. */
  item?: Element;
  composer?: Element;
}

/** A kind of thing that can be pointed at. */
export type PickedPart = keyof Picks;

/** The elements alike around a picked one, on every level: those that were too light to be looked at by themselves. */
export function setsAround(picks: Picks, index: LeafIndex): RowSet[] {
  const sets: RowSet[] = [];
  for (const picked of Object.values(picks)) {
    for (let row = picked; row?.parentElement; row = row.parentElement) {
      const container = row.parentElement;
      const rows = [...container.children].filter((one) => index.under(one).length > 0);
      if (rows.length >= 2) sets.push({ container, rows, coverage: 1 });
    }
  }
  return sets;
}

/** The row that was pointed at: the one around the element, or the only one within it. */
function rowOf(rows: readonly Element[], picked: Element): Element | null {
  const around = rows.find((row) => row === picked || row.contains(picked));
  if (around) return around;
  const within = rows.filter((row) => picked.contains(row));
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** Whether these rows can be the messages that were pointed at: each its own row. */
export function holdsMessages({ rows }: RowSet, { customer, own, automatic }: Picks): boolean {
  const picked = [customer, own, automatic].filter((one) => one !== undefined);
  const found = picked.map((one) => rowOf(rows, one));
  return found.every((row) => row !== null) && new Set(found).size === found.length;
}

/** Whether these rows can be the conversations that were pointed at. */
export function holdsItems({ container, rows }: RowSet, { item }: Picks): boolean {
  return item === undefined || rowOf(rows, item) !== null || item === container || item.contains(container);
}

/** The rules by which both sides are told apart, made to fit what was pointed at. */
export function withPickedSides(
  authors: Authors | null,
  { rows, container, picks }: { rows: readonly Row[]; container: Element; picks: Picks },
): Authors | null {
  const elements = rows.map(({ element }) => element);
  const at = (picked: Element | undefined) => (picked ? elements.indexOf(rowOf(elements, picked) as Element) : -1);
  const [own, customer, automatic] = [at(picks.own), at(picks.customer), at(picks.automatic)];
  const sides = bothSides(authors, { rows, container, own, customer });
  if (sides === null || automatic < 0) return sides;
  const robot = automaticTest(rows, sides, { automatic, own, container });
  return robot === null
    ? { ...sides, confidence: Math.min(sides.confidence, 0.5) }
    : {
        ...sides,
        rules: [{ author: 'automatic', when: robot }, ...sides.rules],
        evidence: `${sides.evidence}; automatic messages as pointed out`,
      };
}

function bothSides(
  authors: Authors | null,
  { rows, container, own, customer }: { rows: readonly Row[]; container: Element; own: number; customer: number },
): Authors | null {
  if (own < 0 && customer < 0) return authors;
  const fits = (candidate: Authors) => {
    const says = (i: number) => {
      const element = rows[i]?.element;
      return element && candidate.rules.find(({ when }) => holds(when, element))?.author;
    };
    return (own < 0 || says(own) === 'own') && (customer < 0 || says(customer) === 'customer');
  };
  const pointed = (rules: Authors['rules'], evidence: string): Authors => ({
    rules,
    confidence: 0.95,
    evidence,
    asks: false,
  });
  if (authors && fits(authors)) return { ...authors, asks: false, confidence: Math.max(authors.confidence, 0.9) };
  if (authors) {
    const swapped = pointed(
      authors.rules.map(({ author, when }) => ({
        author: author === 'own' ? 'customer' : author === 'customer' ? 'own' : author,
        when,
      })),
      `the other way round, as pointed out: ${authors.evidence}`,
    );
    if (fits(swapped)) return swapped;
  }
  const marks = marksOf(rows, container);
  const sides = sidesOf(rows, container);
  for (const [those, not, author, other] of [
    [own, customer, 'own', 'customer'],
    [customer, own, 'customer', 'own'],
  ] as const) {
    if (those < 0) continue;
    // Without the other side pointed out, the row that stands elsewhere is it.
    const side = sides[those] ?? null;
    const others = not >= 0 ? [not] : rows.flatMap((_, i) => (sides[i] !== side && i !== those ? [i] : []));
    const mark = markOf(marks, [those], others.slice(0, 20), [], author === 'own' ? 1 : -1);
    if (!mark) continue;
    const candidate = pointed(
      [
        { author, when: mark.test },
        { author: other, when: { lacks: mark.selector } },
      ],
      `rows with ${mark.selector} are ${author === 'own' ? 'own' : "the customer's"}, as pointed out`,
    );
    if (fits(candidate)) return candidate;
  }
  const side = own >= 0 ? (sides[own] ?? null) : customer >= 0 ? opposite(sides[customer] ?? null) : null;
  if (side !== 'left' && side !== 'right') return authors;
  const stands: (one: 'left' | 'right') => RowTest = (one) => ({ stands: { side: one } });
  return pointed(
    [
      { author: 'own', when: stands(side) },
      { author: 'customer', when: stands(opposite(side) === 'left' ? 'left' : 'right') },
    ],
    `own rows stand ${side}, as pointed out`,
  );
}

function opposite(side: 'left' | 'right' | 'middle' | null): 'left' | 'right' | 'middle' | null {
  return side === 'left' ? 'right' : side === 'right' ? 'left' : side;
}

/** What the automatic row has, and no other row that somebody typed. */
function automaticTest(
  rows: readonly Row[],
  { rules }: Authors,
  { automatic, own, container }: { automatic: number; own: number; container: Element },
): RowTest | null {
  const marks = marksOf(rows, container);
  const [first] = own >= 0 ? [own] : [];
  const mine = rows.flatMap(({ element }, i) =>
    i !== automatic && rules.find(({ when }) => holds(when, element))?.author === 'own' ? [i] : [],
  );
  const mark =
    markOf(marks, [automatic], mine, [], 1) ??
    (first === undefined ? undefined : markOf(marks, [automatic], [first], [], 1));
  return mark?.test ?? null;
}
