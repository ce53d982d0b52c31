import type { RowAuthor } from '@/lib/domain/reading';
import { isParked } from '@/lib/observer/order';
import { firstVisible, lastMatching, workingSelector } from '@/lib/observer/query';
import { type RowContent, readRow, withAuthor } from '@/lib/observer/readRow';
import { parseShownTime } from '@/lib/observer/shownTime';
import { readValue } from '@/lib/observer/value';
import { isDrawn } from '@/lib/observer/visible';
import type { Adapter, Selectors } from '@/lib/workbenches/types';

/** One message as an adapter reads it, and where it stands. */
export interface SeenMessage {
  element: Element;
  author: RowAuthor;
  text: string | null;
  /** As the page writes it; null where it writes none that can be read. */
  shownTime: string | null;
}

/** What an adapter finds on a page. */
export interface PageParts {
  /** Oldest first. */
  messages: SeenMessage[];
  list: Element | null;
  items: Element[];
  composer: Element | null;
}

const MOST_ROWS = 60;
const MOST_ITEMS = 200;

/** Reads a page with an adapter, without following it. */
export function findPageParts(adapter: Adapter, document: Document, now: number): PageParts {
  const { transcript, conversations, composer } = adapter;
  const list = find(document, conversations.list);
  const rows = rowsOf(document, transcript);
  const contents = readRows(rows, transcript, now);
  return {
    messages: rows.flatMap((element, i): SeenMessage[] => {
      const { author = null, text = null } = contents[i] ?? {};
      return author === null ? [] : [{ element, author, text, shownTime: shownTimeOf(element, transcript, now) }];
    }),
    list,
    items: list ? matchingIn(list, conversations.item, MOST_ITEMS) : [],
    composer: find(document, composer.field),
  };
}

/** What each row says by these rules; null where it is no message and no event. */
export function readRows(rows: readonly Element[], rules: Adapter['transcript'], now: number): (RowContent | null)[] {
  let before: RowContent | undefined;
  return rows.map((row) => {
    const content = readRow(row, rules, now);
    const read = content && withAuthor(content, before);
    before = read ?? before;
    return read;
  });
}

/** The drawn rows of the open conversation, messages or not. */
export function rowsOf(document: Document, { list, row, order }: Adapter['transcript']): Element[] {
  const box = find(document, list);
  const rows = box ? matchingIn(box, row, MOST_ROWS).filter((one) => isDrawn(one) && !isParked(one)) : [];
  if (order === undefined || order === 'dom') return rows;
  return rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** The items of a conversation list. */
export function matchingIn(base: Element, selectors: Selectors, most: number): Element[] {
  const selector = workingSelector(base, selectors);
  return selector === null ? [] : lastMatching(base, selector, most);
}

/** The first element drawn that the most trusted selector finds; null = none. */
export function find(document: Document, selectors: Selectors): Element | null {
  return firstVisible(document, selectors, isDrawn);
}

function shownTimeOf(element: Element, { shown = [] }: Adapter['transcript'], now: number): string | null {
  for (const rule of shown) {
    const text = readValue(element, rule);
    if (parseShownTime(text, rule, now) !== null) return text;
  }
  return null;
}
