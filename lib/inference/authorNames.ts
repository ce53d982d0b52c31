import { first } from '@/lib/observer/query';
import { boxInWindow } from '@/lib/observer/roots';
import type { RowTest } from '@/lib/workbenches/types';
import type { Authors } from './authors';
import type { LeafIndex } from './leaves';
import { ownNames } from './naming';
import type { Row } from './rowSets';
import { wayInto } from './within';

/** At least this share of the rows says who wrote it; the others go on from the row before. */
const LEAST_NAMED = 0.3;
/** More than so many names are those of a group, or no names. */
const MOST_PEOPLE = 4;
const OWN_NAME = /^(?:me|you|i|myself|我|自己|客服|商家|agent|support|staff|seller)$|[(（](?:me|you|我)[)）]$/iu;

/** Authors told apart by the names that rows show. */
export interface NamedAuthors extends Authors {
  /** By row; a row without a name goes on from the one before. */
  names: ReadonlyMap<number, string>;
}

function continued(said: ReadonlyMap<number, string>, count: number): Map<number, string> {
  const names = new Map<number, string>();
  for (let i = 0; i < count; i++) {
    const name = said.get(i) ?? names.get(i - 1);
    if (name !== undefined) names.set(i, name);
  }
  return names;
}

/**
 * One column, no marks: rows say who wrote them, one of two, or of a few who answer. The customer's name also stands
 * elsewhere on the page.
 */
export function byNames(rows: readonly Row[], spoken: readonly number[], index: LeafIndex): NamedAuthors | null {
  const inRows = new Set(rows.flatMap(({ element }) => index.under(element)));
  const places = new Map<string, Map<number, string>>();
  for (const i of spoken) {
    const row = rows[i];
    if (!row) continue;
    for (const leaf of index.under(row.element)) {
      if (leaf.isTime || row.said.includes(leaf) || leaf.text.length > 40) continue;
      for (const name of namesOf(leaf.element, row.element)) {
        if (first(row.element, [name]) !== leaf.element) continue;
        const place = places.get(name) ?? new Map<number, string>();
        places.set(name, place.set(i, leaf.text));
      }
    }
  }
  let best: (NamedAuthors & { worth: number }) | null = null;
  for (const [selector, said] of places) {
    const values = [...new Set(said.values())];
    const firstRow = spoken[0];
    if (values.length < 2 || values.length > MOST_PEOPLE || firstRow === undefined) continue;
    // Nobody can go on before anybody has begun; a table has a line of titles.
    const begins = said.has(firstRow) || said.has(spoken[1] ?? -1);
    if (said.size < spoken.length * LEAST_NAMED || !begins) continue;
    // Of several, each must come back: what differs from row to row is no name.
    if (values.length > 2 && said.size < values.length * 2) continue;
    const people = values
      .map((value) => ({
        value,
        known: elsewhere(value, rows, inRows, index),
        isOwn: OWN_NAME.test(value) || answers(value, inRows, index),
      }))
      .sort((one, other) => Number(one.isOwn) - Number(other.isOwn) || other.known - one.known);
    const [customer, ...others] = people;
    if (!customer || customer.isOwn) continue;
    const told = others.some(({ isOwn }) => isOwn);
    const sure = told || others.every(({ known }) => customer.known > known);
    // A group: whoever is not oneself is a customer.
    const own = told ? others.filter(({ isOwn }) => isOwn) : others;
    if (values.length > 2 && !sure) continue;
    const is = own.map(({ value }) => value.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
    const test: RowTest = { value: { at: [selector], is: is.length === 1 ? `^${is[0]}$` : `^(?:${is.join('|')})$` } };
    const worth = said.size + (sure ? 100 : 0);
    if (best && best.worth >= worth) continue;
    best = {
      rules: [
        // The customer is another one in the next conversation; the agent stays.
        { author: 'own', when: test },
        { author: 'customer', when: { has: selector } },
        ...(said.size < spoken.length ? [{ author: 'previous' as const, when: { lacks: selector } }] : []),
      ],
      confidence: sure ? (told ? 0.8 : 0.7) : 0.3,
      evidence: `rows name who wrote them at ${selector}; ${customer.value} is taken for the customer`,
      asks: !sure,
      names: continued(said, rows.length),
      worth,
    };
  }
  return best;
}

function namesOf(element: Element, row: Element): string[] {
  const tag = element.tagName.toLowerCase();
  const parent = element.parentElement;
  const kin = parent ? [...parent.children].filter(({ tagName }) => tagName === element.tagName) : [];
  const place = kin.length > 1 ? [`${tag}:nth-of-type(${kin.indexOf(element) + 1})`] : [];
  return [...ownNames(element), tag, ...place].map((name) => wayInto(element, row) + name);
}

/** What stands before the name of whoever is there to answer. */
const ANSWERING = /^(?:assigned(?: to)?|assignee|agent|handled by|负责人|处理人|受理人|经办人|接待客服)\s*[:：]?$/iu;

/** Whether the page says elsewhere that somebody is the one to answer. */
function answers(value: string, inRows: ReadonlySet<unknown>, index: LeafIndex): boolean {
  return index
    .withText(value)
    .some((leaf) => !inRows.has(leaf) && ANSWERING.test(index.leaves[index.leaves.indexOf(leaf) - 1]?.text ?? ''));
}

/** How much the page speaks of somebody outside of the rows; most over them, as a title does. */
function elsewhere(value: string, rows: readonly Row[], inRows: ReadonlySet<unknown>, index: LeafIndex): number {
  const top = Math.min(...rows.map(({ element }) => boxInWindow(element).top));
  return index
    .withText(value)
    .filter((leaf) => !inRows.has(leaf))
    .reduce(
      (sum, { element }) => sum + (/^H\d$/u.test(element.tagName) || boxInWindow(element).bottom <= top ? 2 : 1),
      0,
    );
}
