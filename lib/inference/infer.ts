import { holds } from '@/lib/observer/value';
import type { Adapter } from '@/lib/workbenches/types';
import { type Authors, findAuthors } from './authors';
import { findComposerElement } from './composer';
import { type FoundList, findConversations, headOf, titleOver } from './conversations';
import { LeafIndex } from './leaves';
import { commonName, pathTo } from './naming';
import { lengthOf, type Row, type RowSet, readRows, rowSets, sideOf } from './rowSets';
import { findText, findTimes } from './texts';
import type { Doubt, Inference } from './types';

interface Candidate {
  set: RowSet;
  rows: Row[];
  authors: Authors | null;
  worth: number;
}

/**
 * Finds out how to read a page that nobody described: alike rows in a list above an editable box, told apart by names and,
 * independently, by where they stand. `scope` is a document or a shadow root; today's date is written into the status.
 */
export function inferIn(scope: Document | ShadowRoot, today: string): Inference & { scope: Document | ShadowRoot } {
  const index = new LeafIndex(scope);
  const composer = findComposerElement(scope);
  const sets = rowSets(scope, index);
  const candidates = sets
    .map((set) => judge(set, index, composer))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  const [best] = candidates;
  if (!best || best.worth < 0.12) {
    return { scope, adapter: null, confidence: 0, evidence: ['no list of messages was found'], unsure: ['transcript'] };
  }
  const { set, rows, authors } = best;
  const unsure: Doubt[] = [];
  const evidence: string[] = [`${rows.length} alike rows`];
  const list = findConversations(sets, set.container, index, scope);
  const adapter = buildAdapter({ scope, set, rows, authors, list, composer, index, today });
  if (authors === null || authors.asks) unsure.push('authors');
  if (authors) evidence.push(authors.evidence);
  if (list) evidence.push(`${list.names.length} conversations with names of their own`);
  else unsure.push('conversations');
  if (composer) evidence.push('an editable box near the list');
  else unsure.push('composer');
  if (adapter.open.key.from === 'address') unsure.push('open');
  const confidence = Math.min(1, best.worth) * (authors?.confidence ?? 0.3) * (composer ? 1 : 0.8) * (list ? 1 : 0.9);
  return { scope, adapter, confidence: Math.round(confidence * 100) / 100, evidence, unsure };
}

function judge(set: RowSet, index: LeafIndex, composer: Element | null): Candidate {
  const none: Candidate = { set, rows: [], authors: null, worth: 0 };
  if (composer && (set.rows.some((row) => row.contains(composer)) || composer.contains(set.container))) return none;
  const rows = readRows(set.rows, index);
  const spoken = rows.filter(({ said }) => said.length > 0);
  if (spoken.length < 2) return none;
  const single = spoken.filter(({ said }) => said.length === 1 || isOneText(said)).length / spoken.length;
  const coverage =
    lengthOf(set.rows.flatMap((row) => index.under(row))) / Math.max(1, lengthOf(index.under(set.container)));
  const authors = findAuthors(rows, set.container, index);
  const sides = new Set(rows.map((row) => sideOf(row, set.container)));
  const sided = sides.has('left') && sides.has('right') ? 1 : authors === null ? 0.2 : authors.asks ? 0.35 : 0.75;
  const clickable = set.rows.filter(
    (row) => getComputedStyle(row).cursor === 'pointer' || row.matches('a, button'),
  ).length;
  const size = Math.min(1, 0.5 + spoken.length / 12);
  const worth =
    single ** 2 * coverage * sided * size * near(set.container, composer) * (clickable > set.rows.length / 2 ? 0.4 : 1);
  return { set, rows, authors, worth };
}

/** Paragraphs of one bubble. */
function isOneText(said: Row['said']): boolean {
  const parent = said[0]?.element.parentElement;
  return said.every(
    ({ element }) => element.parentElement === parent || /^(?:P|LI|PRE|CODE|BLOCKQUOTE|H\d)$/u.test(element.tagName),
  );
}

/** Over the editable box, and as wide. */
function near(container: Element, composer: Element | null): number {
  if (!composer) return 0.7;
  const list = container.getBoundingClientRect();
  const box = composer.getBoundingClientRect();
  const shared = Math.min(list.right, box.right) - Math.max(list.left, box.left);
  const overlap = Math.max(0, shared) / Math.max(1, box.width);
  const above = list.top < box.top ? 1 : 0.4;
  return (overlap >= 0.5 ? 1 : 0.35) * above;
}

function buildAdapter({
  scope,
  set,
  rows,
  authors,
  list,
  composer,
  index,
  today,
}: {
  scope: Document | ShadowRoot;
  set: RowSet;
  rows: Row[];
  authors: Authors | null;
  list: FoundList | null;
  composer: Element | null;
  index: LeafIndex;
  today: string;
}): Adapter {
  const container = pathTo(set.container, scope);
  const common = commonName(set.rows);
  // A name that other elements of the list have too would add rows.
  const named = common !== null && outermost(set.container, common) === set.rows.length ? common : null;
  const rowSelector = named ?? `${container} > *`;
  const { shown } = findTimes(rows);
  const address = (set.container.ownerDocument.location?.href ?? '').split(/[?#]/u)[0] ?? '';
  const listElement = list ? scope.querySelector(list.rules.list[0] ?? '') : null;
  const head = list?.names.flatMap((name) => headOf(name, set.container, listElement, index) ?? []);
  const heads = (head ?? []).filter(({ element }) => !inAny(element, list, scope));
  const headElement = heads[0]?.element ?? (list ? null : titleOver(set.container, index));
  const openName = headElement ? { at: [pathTo(headElement, scope)] } : null;
  const byName = list && openName ? { ...list.rules, key: list.rules.name, keyedBy: 'name' as const } : list?.rules;
  return {
    id: 'inferred',
    name: { zh: '推断的工作台', en: 'Inferred workbench' },
    matches: address === '' ? [] : [`${address}*`],
    frames: 'top',
    status: { state: 'documented', date: today },
    transcript: {
      list: [container],
      row: [rowSelector],
      authors: authors?.rules ?? [],
      text: findText(messagesOf(rows, authors)),
      placeholders: [{ when: { has: 'img:not([class*="avatar" i])' }, text: '[图片]' }],
      ...(shown.length > 0 ? { shown } : {}),
      ...orderOf(set.rows),
    },
    open: openName
      ? { key: openName, keyedBy: 'name', name: openName }
      : { key: { from: 'address' }, keyedBy: 'id', name: { at: ['title'] } },
    conversations: byName ?? { list: [':not(*)'], item: [':not(*)'], key: {}, keyedBy: 'name', name: {} },
    composer: { field: composer ? [pathTo(composer, scope)] : [':not(*)'], enterSends: true },
  };
}

/** Newest first in the document, or placed one by one, as virtual lists do. */
function orderOf(rows: readonly Element[]): Pick<Adapter['transcript'], 'order' | 'virtual'> {
  const tops = rows.map((row) => row.getBoundingClientRect().top);
  if (rows.every((row) => getComputedStyle(row).position === 'absolute')) return { order: 'top', virtual: true };
  return tops.every((top, i) => i === 0 || top < (tops[i - 1] ?? top)) ? { order: 'reversed' } : {};
}

/** Rows that are somebody's. */
export function messagesOf(rows: readonly Row[], authors: Authors | null): Row[] {
  return rows.filter((row) => authors?.rules.some(({ when }) => holds(when, row.element)) === true);
}

function inAny(element: Element, list: FoundList | null, scope: ParentNode): boolean {
  const [selector] = list?.rules.list ?? [];
  return selector !== undefined && scope.querySelector(selector)?.contains(element) === true;
}

function outermost(container: Element, selector: string): number {
  return [...container.querySelectorAll(selector)].filter((element) => !element.parentElement?.closest(selector))
    .length;
}
