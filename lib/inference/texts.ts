import { normaliseText } from '@/lib/observer/normaliseText';
import { first } from '@/lib/observer/query';
import { outerElement } from '@/lib/observer/roots';
import type { TimeRule, TranscriptRules } from '@/lib/workbenches/types';
import { isSeen, type LeafIndex } from './leaves';
import { ownNames } from './naming';
import { attributedQuotes } from './quotes';
import type { Row } from './rowSets';
import { formatsOf, timeIn } from './timeShape';
import { wayInto } from './within';

/** Rules that give exactly what was said; null where none does. */
export function findText(rows: readonly Row[], index: LeafIndex): TranscriptRules['text'] {
  const spoken = rows.filter(({ said }) => said.length > 0);
  const without = [...new Set(spoken.flatMap((row) => [...quotedParts(row), ...nestedParts(row, index)]))].sort(
    // What is found by what follows it goes before that does.
    (a, b) => Number(b.includes(':has(')) - Number(a.includes(':has(')),
  );
  const selectors: string[] = [];
  let left = spoken;
  while (left.length > 0 && selectors.length < 4) {
    const best = bestSelector(left, without);
    if (!best) break;
    selectors.push(best.selector);
    left = left.filter((row) => !best.rows.includes(row));
  }
  const at = selectors.length > 0 ? { at: selectors } : {};
  return without.length > 0 ? { ...at, without } : at;
}

/** Selectors of quotes that say whom they quote, and of where they say it, where the row says something else. */
function quotedParts({ element, said }: Row): string[] {
  return attributedQuotes(element)
    .filter(({ quote }) => said.every((leaf) => !quote.contains(leaf.element)))
    .flatMap(({ said: who }) =>
      who ? ['blockquote', `${who.tagName.toLowerCase()}:has(+ blockquote)`] : ['blockquote'],
    );
}

/** Selectors of what stands within the text's own element and is no part of it: a time, a mark, words that are not drawn. */
function nestedParts({ element, said }: Row, index: LeafIndex): string[] {
  return said.flatMap((leaf) => {
    const unseen = [...leaf.element.querySelectorAll('*')].filter(
      (part) => (part.textContent ?? '').trim() !== '' && part.tagName !== 'BR' && !isSeen(part),
    );
    const beside = index.under(leaf.element).filter((other) => other !== leaf && !said.includes(other));
    return [...beside.map((other) => other.element), ...unseen].map((part) => {
      const name = ownNames(part).find((one) => first(element, [one]) === part);
      return name ?? `${leaf.element.tagName.toLowerCase()} > ${part.tagName.toLowerCase()}`;
    });
  });
}

function bestSelector(rows: readonly Row[], without: readonly string[]) {
  const candidates = new Map<string, { selector: string; rows: Row[]; rank: number }>();
  const isQuoting = rows.some(({ element }) => element.querySelector('blockquote') !== null);
  for (const row of rows) {
    const wanted = saidText(row);
    const tried = new Set<string>();
    for (const element of holders(row)) {
      const selectors = selectorsWithin(element, row.element);
      const unquoted = isQuoting ? selectors.map((selector) => `${selector}:not(blockquote *)`) : [];
      for (const [rank, selector] of [...selectors, ...unquoted].entries()) {
        if (tried.has(selector)) continue;
        tried.add(selector);
        const found = first(row.element, [selector]);
        if (!found || joined(textOf(found, without)) !== joined(wanted)) continue;
        const known = candidates.get(selector) ?? { selector, rows: [], rank };
        known.rows.push(row);
        candidates.set(selector, known);
      }
    }
  }
  // One that finds something else in another row would be wrong there.
  const isHarmless = ({ selector, rows: right }: { selector: string; rows: Row[] }) =>
    rows.every((row) => right.includes(row) || first(row.element, [selector]) === null);
  return [...candidates.values()].sort(
    (a, b) => Number(isHarmless(b)) - Number(isHarmless(a)) || b.rows.length - a.rows.length || a.rank - b.rank,
  )[0];
}

/** Paragraphs stand without white space in between in an element's text. */
function joined(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** What the row says, as one text. */
export function saidText({ said }: Row): string {
  return normaliseText(said.map(({ text }) => text).join(' '));
}

/** The elements that hold all that was said, from the inside out, up to the row. */
function holders({ element, said }: Row): Element[] {
  const found: Element[] = [];
  let holder: Element | null = said[0]?.element ?? null;
  while (holder && holder !== element && !said.every((leaf) => holder?.contains(leaf.element)))
    holder = outerElement(holder);
  for (; holder && holder !== element && found.length < 8; holder = outerElement(holder)) found.push(holder);
  return found;
}

function selectorsWithin(element: Element, row: Element): string[] {
  const tag = element.tagName.toLowerCase();
  const way = wayInto(element, row);
  const names = ownNames(element).filter((name) => !name.startsWith('#'));
  const parent = element.parentElement;
  const parents = parent && parent !== row ? ownNames(parent).filter((name) => !name.startsWith('#')) : [];
  const kin = parent ? [...parent.children].filter(({ tagName }) => tagName === element.tagName) : [];
  const place = kin.length > 1 ? [`${tag}:nth-of-type(${kin.indexOf(element) + 1})`] : [];
  return [
    ...names,
    ...names.map((name) => tag + name),
    ...parents.map((name) => `${name} > ${tag}`),
    tag,
    ...place,
  ].map((name) => way + name);
}

function textOf(element: Element, without: readonly string[]): string {
  const copy = element.cloneNode(true) as Element;
  for (const selector of without) for (const part of copy.querySelectorAll(selector)) part.remove();
  for (const image of copy.querySelectorAll('img[alt]')) image.replaceWith(image.getAttribute('alt') ?? '');
  return normaliseText(copy.textContent ?? '');
}

/** How the rows show their time, where they do, and where it stands. */
export function findTimes(rows: readonly Row[]): { at: string | null; shown: TimeRule[] } {
  const timed = rows.flatMap(({ element, time }) =>
    time ? [{ row: element, time: time.element, text: time.text }] : [],
  );
  const [one] = timed;
  if (!one) return { at: null, shown: [] };
  const at = selectorsWithin(one.time, one.row).find((name) =>
    timed.every(({ row, time }) => first(row, [name]) === time),
  );
  if (at === undefined) return { at: null, shown: [] };
  const shown: TimeRule[] = [];
  if (timed.every(({ time }) => /^\d{4}-\d\d-\d\dT/u.test(time.getAttribute('datetime') ?? ''))) {
    shown.push({ at: [at], attribute: 'datetime', format: 'iso', precision: 'second' });
  }
  const isBeside = timed.some(({ text }) => timeIn(text) !== text);
  for (const { format, match, precision } of formatsOf(
    timed.map(({ text }) => text),
    isBeside,
  )) {
    shown.push({ at: [at], match, format, precision });
  }
  return { at, shown };
}
