import { holdsNode, hostOf } from '@/lib/observer/roots';
import { holds } from '@/lib/observer/value';
import type { Adapter, ListRules } from '@/lib/workbenches/types';
import type { Authors } from './authors';
import { type FoundList, headOf, titleOver } from './conversations';
import type { LeafIndex } from './leaves';
import { commonName, wayTo } from './naming';
import type { Row, RowSet } from './rowSets';
import { findText, findTimes } from './texts';

/** What an adapter is put together from. */
export interface Findings {
  set: RowSet;
  rows: Row[];
  authors: Authors | null;
  list: FoundList | null;
  composer: Element | null;
  index: LeafIndex;
  /** YYYY-MM-DD. */
  today: string;
}

const NOTHING = ':not(*)';
const noList: ListRules = { list: [NOTHING], item: [NOTHING], key: {}, keyedBy: 'name', name: {} };

/** The adapter that says what was found. */
export function adapterOf({ set, rows, authors, list, composer, index, today }: Findings): Adapter {
  const container = wayTo(set.container);
  const { shown } = findTimes(rows);
  const open = openOf(set, list, index);
  const address = (topWindow(set.container)?.location?.href ?? '').split(/[?#]/u)[0] ?? '';
  return {
    id: 'inferred',
    name: { zh: '推断的工作台', en: 'Inferred workbench' },
    matches: address === '' ? [] : [`${address}*`],
    frames: 'top',
    status: { state: 'documented', date: today },
    transcript: {
      list: [container],
      row: [rowSelector(set)],
      authors: authors?.rules ?? [],
      text: findText(messagesOf(rows, authors)),
      placeholders: [{ when: { has: 'img:not([class*="avatar" i])' }, text: '[图片]' }],
      ...(shown.length > 0 ? { shown } : {}),
      ...orderOf(set.rows),
    },
    open,
    // Both sides of the comparison must be keyed alike.
    conversations: list
      ? open.keyedBy === 'name'
        ? { ...list.rules, key: list.rules.name, keyedBy: 'name' }
        : list.rules
      : noList,
    composer: { field: [composer ? wayTo(composer) : NOTHING], enterSends: true },
  };
}

function topWindow(element: Element): Window | null {
  let document = element.ownerDocument;
  for (let host = hostOf(document); host; host = hostOf(document)) document = host.ownerDocument;
  return document.defaultView;
}

/** A name of the rows that no other element of the list has; else they are its children. */
function rowSelector({ container, rows }: RowSet): string {
  const way = rows[0] && rows[0].getRootNode() !== container.getRootNode() ? '>>> ' : '';
  const common = commonName(rows);
  if (common !== null && outermost(rows, common) === rows.length) return way + common;
  const [tag] = new Set(rows.map(({ tagName }) => tagName.toLowerCase()));
  const areChildren = rows.every(({ parentElement }) => parentElement === container);
  if (areChildren) return `${wayTo(container).split(' >>> ').at(-1)} > *`;
  return way + (tag ?? '*');
}

function outermost(rows: readonly Element[], selector: string): number {
  const roots = new Set(rows.map((row) => row.getRootNode() as Document | ShadowRoot));
  const parent = commonParent(rows);
  return [...roots]
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((element) => (!parent || holdsNode(parent, element)) && !element.parentElement?.closest(selector)).length;
}

function commonParent(rows: readonly Element[]): Element | null {
  let parent = rows[0]?.parentElement ?? null;
  while (parent && !rows.every((row) => parent !== null && holdsNode(parent, row))) parent = parent.parentElement;
  return parent;
}

/** Which conversation is open: by its name over the transcript, else by the chosen item of the list, else by the address. */
function openOf(set: RowSet, list: FoundList | null, index: LeafIndex): Adapter['open'] {
  const head = list?.names.flatMap((name) => headOf(name, set.container, list.container, index) ?? [])[0];
  const title = head?.element ?? (list ? null : titleOver(set.container, index));
  if (title) {
    const at = { at: [wayTo(title)] };
    return { key: at, keyedBy: 'name', name: at };
  }
  const active = list?.rules.active?.self;
  const [name] = list?.rules.name.at ?? [];
  if (list && active !== undefined) {
    const at = { at: [[wayTo(list.container), active, name].filter((part) => part !== undefined).join(' ')] };
    return { key: at, keyedBy: 'name', name: at };
  }
  return { key: { from: 'address' }, keyedBy: 'id', name: { at: ['title'] } };
}

/** Newest first in the document, or placed one by one, as virtual lists do. */
function orderOf(rows: readonly Element[]): Pick<Adapter['transcript'], 'order' | 'virtual'> {
  const tops = rows.map((row) => row.getBoundingClientRect().top);
  if (rows.every((row) => getComputedStyle(row).position === 'absolute')) return { order: 'top', virtual: true };
  return tops.every((top, i) => i === 0 || top < (tops[i - 1] ?? top)) ? { order: 'reversed' } : {};
}

/** Rows that are somebody's. */
function messagesOf(rows: readonly Row[], authors: Authors | null): Row[] {
  return rows.filter(({ element }) => {
    const author = authors?.rules.find(({ when }) => holds(when, element))?.author;
    return author !== undefined && author !== 'ignore';
  });
}
