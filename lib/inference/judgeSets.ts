import { boxInWindow, holdsNode } from '@/lib/observer/roots';
import { type Authors, findAuthors } from './authors';
import type { LeafIndex } from './leaves';
import { commonName } from './naming';
import { type Picks, withPickedSides } from './picks';
import { type Likely, unlessBetter } from './rivals';
import { commonParent, coverageOf, type Row, type RowSet } from './rowSets';
import { isControl, readRows } from './rowTexts';
import { seenBox } from './seenBox';
import { sidesOf } from './sides';

/** Rows that may be messages, and how likely they are. */
export interface Judged {
  set: RowSet;
  rows: Row[];
  authors: Authors | null;
  worth: number;
}

/** Less than this is no list of messages. */
export const LEAST_WORTH = 0.12;
/** Fewer than this, without a box to write in, are no conversation. */
const LEAST_UNANSWERED = 4;
/** So many rows say what a list looks like … */
const MOST_JUDGED = 60;
/** … and so many how to read it. */
const MOST_READ = 200;
/** So many of the likeliest are looked at closely. */
const MOST_CANDIDATES = 16;

/** What rows are judged by. */
export interface Surroundings {
  index: LeafIndex;
  composer: Element | null;
  picks: Picks;
}

/** The sets of rows that may be messages, the likeliest first, with what tells whose they are. */
export function judgeSets(sets: readonly RowSet[], { index, composer, picks }: Surroundings): Judged[] {
  return sets
    .map((set) => judge(withoutForm(set, index), index, composer))
    .filter(({ likely }) => likely > 0)
    .map((one, _, all) => ({
      ...one,
      likely: one.likely * unlessOverAnother(one, all, composer) * unlessBetter(one, all),
    }))
    .sort((a, b) => b.likely - a.likely)
    .slice(0, MOST_CANDIDATES)
    .map((one) => judgeAuthors(one, index, picks))
    .sort((a, b) => b.worth - a.worth);
}

/** Fewer rows than this say nothing about the one that is a form. */
const LEAST_BESIDE_FORM = 4;

/** Without the one row that holds the box to write in though it is called as the others are, as the form under a list of replies does. */
function withoutForm(set: RowSet, index: LeafIndex): RowSet {
  const isForm = (row: Element) => index.fields.some((field) => holdsNode(row, field));
  const rows = set.rows.length > LEAST_BESIDE_FORM ? set.rows.filter((row) => !isForm(row)) : set.rows;
  const isCalledAlike = rows.length === set.rows.length - 1 && commonName(set.rows) !== null;
  const container = isCalledAlike ? commonParent(rows) : null;
  return container ? { ...set, rows, container, coverage: coverageOf(rows, container, index) } : set;
}

/** What rows look like before anybody asks whose they are. */
function judge(set: RowSet, index: LeafIndex, composer: Element | null): Likely {
  const none: Likely = { set, rows: [], likely: 0 };
  if (composer?.contains(set.container) === true) return none;
  // What holds a box to write in is a window or a form, not a message.
  if (set.rows.some((row) => index.fields.some((field) => holdsNode(row, field)))) return none;
  const rows = readRows(set.rows.slice(-MOST_JUDGED), index);
  const spoken = rows.filter(({ said }) => said.length > 0);
  if (spoken.length < (composer ? 2 : LEAST_UNANSWERED) || isTabular(rows, index)) return none;
  // What can be put elsewhere by hand is a card on a board.
  if (rows.filter(({ element }) => element.closest('[draggable="true"]')).length > rows.length / 2) return none;
  if (isRated(set, index) || isThread(set.rows.slice(-MOST_JUDGED))) return none;
  const single = spoken.filter(({ said }) => said.length === 1 || isOneText(said)).length / spoken.length;
  const clickable = rows.filter(
    ({ element }) => getComputedStyle(element).cursor === 'pointer' || element.matches('a, button'),
  ).length;
  const size = Math.min(1, 0.5 + spoken.length / 12);
  const isPage = set.rows.some((row) => row.matches('h1, form, button'));
  const alike = mostAlike(set.rows) >= 0.5 && !isPage ? 1 : 0.4;
  const around = composer && holdsNode(set.container, composer) ? 0.5 : 1;
  const likely =
    around *
    alike *
    single ** 2 *
    set.coverage *
    variety(spoken) *
    size *
    near(set.container, composer) *
    (clickable > rows.length / 2 ? 0.4 : 1);
  return { set, rows, likely };
}

/** Edges nearer than this, CSS pixels, are one edge. */
const EDGE_PX = 6;
const LEAST_DEPTHS = 3;

/** Rows of one right edge that begin at three places or more: answers under answers, as in a forum. */
function isThread(rows: readonly Element[]): boolean {
  const boxes = rows.map(boxInWindow);
  const isOneEdge = boxes.every(({ right }) => Math.abs(right - (boxes[0]?.right ?? 0)) <= EDGE_PX);
  const lefts = boxes.map(({ left }) => left).sort((a, b) => a - b);
  const steps = lefts.filter((left, i) => i === 0 || left - (lefts[i - 1] ?? left) > EDGE_PX);
  return rows.length > LEAST_DEPTHS && isOneEdge && steps.length >= LEAST_DEPTHS;
}

/** The largest share of elements that are of one kind. */
function mostAlike(rows: readonly Element[]): number {
  const kinds = new Map<string, number>();
  for (const { tagName } of rows) kinds.set(tagName, (kinds.get(tagName) ?? 0) + 1);
  return Math.max(0, ...kinds.values()) / rows.length;
}

/** Messages stand right over the editable box: what has another list between it and the box is the less likely one. */
function unlessOverAnother({ set }: Likely, all: readonly Likely[], composer: Element | null): number {
  if (!composer) return 1;
  const own = seenBox(set.container);
  const end = boxInWindow(composer).top;
  const isOver = all.some(({ set: other, likely }) => {
    if (likely < LEAST_WORTH || holdsNode(set.container, other.container)) return false;
    const box = seenBox(other.container);
    const shared = Math.min(own.right, box.right) - Math.max(own.left, box.left);
    return box.top >= own.bottom - 2 && box.bottom <= end + 2 && shared > box.width / 2;
  });
  return isOver ? 0.4 : 1;
}

/** The same with what tells whose they are: two sides are the best witness. */
function judgeAuthors({ set, likely }: Likely, index: LeafIndex, picks: Picks): Judged {
  const { container } = set;
  // What was pointed at is among them, however far up it stands.
  const picked = Object.values(picks);
  const isRead = (row: Element, i: number) =>
    i >= set.rows.length - MOST_READ || picked.some((one) => holdsNode(row, one));
  const rows = readRows(set.rows.filter(isRead), index);
  const authors = withPickedSides(findAuthors(rows, container, index), { rows, container, picks });
  const sides = new Set(sidesOf(rows, set.container));
  const told = authors === null ? 0.2 : authors.asks ? 0.35 : Math.min(0.75, authors.confidence * 1.1 - 0.1);
  const sided = sides.has('left') && sides.has('right') ? 1 : told;
  return { set, rows, authors, worth: likely * sided };
}

/** Paragraphs of one bubble. */
function isOneText(said: Row['said']): boolean {
  const parent = said[0]?.element.parentElement;
  return said.every(
    ({ element }) =>
      (element.parentElement === parent && !hasGround(element)) ||
      /^(?:P|LI|PRE|CODE|BLOCKQUOTE|H\d)$/u.test(element.tagName),
  );
}

function hasGround(element: Element): boolean {
  return !/^(?:transparent|rgba\(.*,\s*0\))$/u.test(getComputedStyle(element).backgroundColor);
}

const STARS = /^[★☆⭐✩✭]{3,}/u;
const RATING = /^\d(?:[.,]\d)?\s*(?:(?:out )?of|\/)\s*(?:5|10)\b|^\d\s*星/iu;

/** As many stars are given in it as it has rows, or half as many: these are reviews. */
function isRated({ container, rows }: RowSet, index: LeafIndex): boolean {
  const isRating = (element: Element) =>
    ['aria-label', 'title'].some((name) => RATING.test(element.getAttribute(name) ?? ''));
  const ratings = index.under(container).filter(({ text, element }) => STARS.test(text) || isRating(element)).length;
  const labels = ratings > 0 ? 0 : [...container.querySelectorAll('[aria-label], [title]')].filter(isRating).length;
  return Math.max(ratings, labels) >= Math.max(2, rows.length / 2);
}

/** Amounts, counts, ids without letters. */
const NUMBERS = /^[\d\p{Sc}\s.,:%+#/-]*\d[\d\p{Sc}\s.,:%+#/-]*$/u;

/** Names repeat from row to row, what is said does not. */
function variety(spoken: readonly Row[]): number {
  const texts = spoken.map(({ said }) => said.map(({ text }) => text).join(' '));
  return spoken.length >= 4 && new Set(texts).size < spoken.length / 2 ? 0.3 : 1;
}

/** Rows of a table of data: many cells, none of which is most of it, or numbers for the most part. */
function isTabular(rows: readonly Row[], index: LeafIndex): boolean {
  const isCells = ({ element, said }: Row) => {
    const leaves = index.under(element).filter((leaf) => !isControl(leaf.element));
    const length = said.reduce((sum, { text }) => sum + text.length, 0);
    return leaves.length > 5 && length < index.length(element) / 3;
  };
  const cells = rows.filter(isCells).length;
  const numbers = rows.filter(({ said }) => said.length > 0 && said.every(({ text }) => NUMBERS.test(text))).length;
  return cells > rows.length / 2 || numbers > rows.length / 2;
}

/** Over the editable box, and as wide. */
function near(container: Element, composer: Element | null): number {
  if (!composer) return 0.7;
  const list = seenBox(container);
  const box = boxInWindow(composer);
  const shared = Math.min(list.right, box.right) - Math.max(list.left, box.left);
  const overlap = Math.max(0, shared) / Math.max(1, box.width);
  const above = list.top < box.top ? 1 : 0.4;
  return (overlap >= 0.5 ? 1 : 0.35) * above;
}
