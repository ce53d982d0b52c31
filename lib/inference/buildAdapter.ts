import { hostOf } from '@/lib/observer/roots';
import { holds } from '@/lib/observer/value';
import type { Adapter, ListRules } from '@/lib/workbenches/types';
import type { Authors } from './authors';
import { headOf, titleOver } from './chatHead';
import type { FoundList } from './conversations';
import type { LeafIndex } from './leaves';
import { wayTo } from './naming';
import { type FoundOwners, findOwners } from './owners';
import { rowSelector } from './rowSelector';
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

/** A picture, and not the face of who sent it. */
const PICTURE = 'img:not([class*="avatar" i]):not([class*="avatar" i] > *)';
const NOTHING = ':not(*)';
const noList: ListRules = { list: [NOTHING], item: [NOTHING], key: {}, keyedBy: 'name', name: {} };

/** The adapter that says what was found. */
export function adapterOf({ set, rows, authors, list, composer, index, today }: Findings): Adapter {
  const container = wayTo(set.container);
  const { shown } = findTimes(rows);
  const owners = list ? findOwners(set.rows, list) : null;
  const found = openOf(set, list, index);
  const open: Adapter['open'] = owners ? { ...found, key: owners.open, keyedBy: 'id' } : found;
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
      text: findText(messagesOf(rows, authors), index),
      placeholders: [{ when: { has: PICTURE }, text: '[图片]' }],
      ...(shown.length > 0 ? { shown } : {}),
      ...orderOf(set.rows),
      ...(owners ? { owner: owners.owner } : {}),
      ...(isDoubled(rows, authors) ? { doubled: true } : {}),
    },
    open,
    // Both sides of the comparison must be keyed alike.
    conversations: list ? { ...list.rules, ...keyedAs(list, open, owners) } : noList,
    composer: { field: [composer ? wayTo(composer) : NOTHING], enterSends: true },
  };
}

function keyedAs({ rules }: FoundList, open: Adapter['open'], owners: FoundOwners | null): Partial<ListRules> {
  if (owners) return { key: owners.item, keyedBy: 'id' };
  return open.keyedBy === 'name' ? { key: rules.name, keyedBy: 'name' } : {};
}

function topWindow(element: Element): Window | null {
  let document = element.ownerDocument;
  for (let host = hostOf(document); host; host = hostOf(document)) document = host.ownerDocument;
  return document.defaultView;
}

/** Which conversation is open: by its name over the transcript, else by the chosen item of the list, else by the address. */
function openOf(set: RowSet, list: FoundList | null, index: LeafIndex): Adapter['open'] {
  // Where one conversation stands twice in the list, its name cannot be its key.
  const { active: chosen, key } = list?.rules ?? {};
  if (list && new Set(list.names).size < list.names.length && chosen?.self !== undefined && key?.at === undefined) {
    const at = [`${wayTo(list.container)} ${chosen.self}`];
    const name = list.rules.name.at ?? [];
    return { key: { ...key, at }, keyedBy: 'id', name: { at: name.map((one) => `${at[0]} ${one}`) } };
  }
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

/**
 * Own messages that stand twice in a row, alike to the last attribute, with nothing that tells the two apart: a message just
 * sent that the page draws both as sent and as received. Customers do say a thing twice.
 */
function isDoubled(rows: readonly Row[], authors: Authors | null): boolean {
  const said = messagesOf(rows, authors);
  const twice = said.filter(({ element }, i) => {
    const before = said[i - 1];
    return before?.time === null && before.said.length > 0 && before.element.outerHTML === element.outerHTML;
  });
  const author = ({ element }: Row) => authors?.rules.find(({ when }) => holds(when, element))?.author;
  return twice.length > 0 && twice.every((row) => author(row) === 'own');
}

/** Rows that are somebody's. */
function messagesOf(rows: readonly Row[], authors: Authors | null): Row[] {
  return rows.filter(({ element }) => {
    const author = authors?.rules.find(({ when }) => holds(when, element))?.author;
    return author !== undefined && author !== 'ignore';
  });
}
