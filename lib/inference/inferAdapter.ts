import { boxInWindow, holdsNode } from '@/lib/observer/roots';
import type { Adapter } from '@/lib/workbenches/types';
import { type Authors, findAuthors } from './authors';
import { adapterOf } from './buildAdapter';
import { findComposerElement } from './composer';
import { type FoundList, findConversations } from './conversations';
import { LeafIndex } from './leaves';
import { holdsItems, holdsMessages, type Picks, setsAround, withPickedSides } from './picks';
import { conversationItems, messageRows } from './readPage';
import { type Likely, unlessBetter } from './rivals';
import { isControl, type Row, type RowSet, readRows, rowSets } from './rowSets';
import { seenBox } from './seenBox';
import { sidesOf } from './sides';
import type { Candidate, Doubt, FoundElements, Inference } from './types';

/** Rows that may be messages, and how likely they are. */
interface Judged {
  set: RowSet;
  rows: Row[];
  authors: Authors | null;
  worth: number;
}

/** Less than this is no list of messages. */
const LEAST_WORTH = 0.12;
/** Less than this is no chat at all. */
const LEAST_CONFIDENCE = 0.12;
const LEAST_WITHOUT_COMPOSER = 0.25;
/** A box to write in and a list of conversations are a chat, however little was said in it. */
const LEAST_WITH_LIST = 0.04;
const MOST_EXAMPLES = 3;

/**
 * Finds out how to read a page that nobody described: alike rows in a list above an editable box, told apart by names and,
 * independently, by where they stand. Looks into shadow roots and frames of the same origin. Today's date (YYYY-MM-DD) is
 * written into the adapter's status. What the user pointed at is so, whatever the page looks like.
 */
export function inferAdapter(
  document: Document,
  today: string,
  picks: Picks = {},
  index: LeafIndex = new LeafIndex(document),
): Inference {
  const composer = picks.composer ?? findComposerElement(index);
  const all = rowSets(index);
  const sets = [...setsAround(picks, index), ...all.filter(({ isAcross }) => isAcross !== true)];
  const pointed = picks.customer !== undefined || picks.own !== undefined;
  const judged = sets
    .filter((set) => holdsMessages(set, picks))
    .map((set) => judge(set, index, composer))
    .filter(({ likely }) => likely > 0)
    .map((one, _, those) => ({
      ...one,
      likely: one.likely * unlessOverAnother(one, those, composer) * unlessBetter(one, those),
    }))
    .sort((a, b) => b.likely - a.likely)
    .slice(0, MOST_CANDIDATES)
    .map((one) => judgeAuthors(one, index, picks))
    .sort((a, b) => b.worth - a.worth);
  const [best] = judged;
  if (!best || (best.worth < LEAST_WORTH && !pointed)) return nothing;
  const { set, rows, authors } = best;
  const list = findConversations(
    [...sets, ...all.filter(({ isAcross }) => isAcross === true)].filter((one) => holdsItems(one, picks)),
    set.container,
    index,
    picks.item !== undefined,
  );
  const adapter = adapterOf({ set, rows, authors, list, composer, index, today });
  const evidence = [
    `${rows.length} alike rows`,
    ...(authors ? [authors.evidence] : []),
    ...(list ? [`${list.names.length} conversations with names of their own`] : ['no list of conversations']),
    composer ? 'an editable box near the list' : 'no editable box',
  ];
  const unsure: Doubt[] = [];
  if (authors?.asks) unsure.push({ part: 'authors', candidates: bothWays(adapter, document) });
  const confidence =
    Math.min(1, best.worth) *
    (authors?.confidence ?? 0.3) *
    (composer ? 1 : 0.7) *
    (list ? 1 : 0.95) *
    (adapter.open.key.from === 'address' ? 0.95 : 1);
  const least = composer ? (list ? LEAST_WITH_LIST : LEAST_CONFIDENCE) : LEAST_WITHOUT_COMPOSER;
  if (confidence < least && authors?.asks !== true && !pointed) return nothing;
  return {
    adapter,
    confidence: Math.round((unsure.length > 0 ? Math.min(0.4, confidence) : confidence) * 100) / 100,
    evidence,
    unsure,
    elements: elementsOf(adapter, set, list, composer, document),
  };
}

const nothing: Inference = {
  adapter: null,
  confidence: 0,
  evidence: ['no list of messages was found'],
  unsure: [{ part: 'transcript', candidates: [] }],
  elements: { transcript: null, own: [], customer: [], conversations: null, items: [], composer: null },
};

/** The adapter, and the same with the two sides exchanged. */
function bothWays(adapter: Adapter, document: Document): Candidate[] {
  const exchanged = { own: 'customer', customer: 'own' } as const;
  const rules = adapter.transcript.authors.map(({ author, when }) =>
    author === 'own' || author === 'customer' ? { author: exchanged[author], when } : { author, when },
  );
  return [adapter, { ...adapter, transcript: { ...adapter.transcript, authors: rules } }].map((one) => {
    const own = messageRows(one, document).filter(({ content }) => content.author === 'own');
    const examples = own.flatMap(({ content }) => content.text ?? []).slice(-MOST_EXAMPLES);
    return { adapter: one, examples, elements: own.map(({ element }) => element) };
  });
}

function elementsOf(
  adapter: Adapter,
  set: RowSet,
  list: FoundList | null,
  composer: Element | null,
  document: Document,
): FoundElements {
  const rows = messageRows(adapter, document);
  const of = (own: boolean) =>
    rows.flatMap(({ element, content }) => ((content.author === 'own') === own ? [element] : []));
  return {
    transcript: set.container,
    own: of(true),
    customer: of(false),
    conversations: list?.container ?? null,
    items: list ? conversationItems(adapter, document).map(({ element }) => element) : [],
    composer,
  };
}

/** So many rows say what a list looks like … */
const MOST_JUDGED = 60;
/** … and so many how to read it. */
const MOST_READ = 200;
/** So many of the likeliest are looked at closely. */
const MOST_CANDIDATES = 16;

/** What rows look like before anybody asks whose they are. */
function judge(set: RowSet, index: LeafIndex, composer: Element | null): Likely {
  const none: Likely = { set, rows: [], likely: 0 };
  if (composer?.contains(set.container) === true) return none;
  // What holds a box to write in is a window or a form, not a message.
  if (set.rows.some((row) => index.fields.some((field) => holdsNode(row, field)))) return none;
  const rows = readRows(set.rows.slice(-MOST_JUDGED), index);
  const spoken = rows.filter(({ said }) => said.length > 0);
  if (spoken.length < 2 || isTabular(rows, index)) return none;
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
  const rows = readRows(set.rows.slice(-MOST_READ), index);
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
