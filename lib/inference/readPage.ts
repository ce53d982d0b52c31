import type { ListItem } from '@/lib/domain/reading';
import { isParked } from '@/lib/observer/order';
import { first, lastMatching, workingSelector } from '@/lib/observer/query';
import { distinctItems, readItem } from '@/lib/observer/readList';
import { type RowContent, readRow, withAuthor } from '@/lib/observer/readRow';
import { boxInWindow, holdsNode, outerElement } from '@/lib/observer/roots';
import { readValue } from '@/lib/observer/value';
import { isDrawn } from '@/lib/observer/visible';
import type { Adapter } from '@/lib/workbenches/types';
import { isSeen, type LeafIndex } from './leaves';
import { readRows, shownIn } from './rowTexts';
import { hasClock, timeBeside } from './timeShape';
import type { Leaf } from './types';

const MOST_ROWS = 2000;

/** A message as an adapter reads it off the page. */
export interface ReadMessage {
  author: 'customer' | 'agent';
  text: string;
  shownTime: string | null;
}

/** A conversation as an adapter reads it off the page. */
export interface ReadConversation {
  name: string | null;
  unread: number | null;
  active: boolean;
  preview: string | null;
}

/** The rows that an adapter takes for messages, in the order in which they are drawn. */
export function messageRows(
  { transcript, open }: Adapter,
  document: Document,
): { element: Element; content: RowContent }[] {
  const list = first(document, transcript.list);
  const selector = list && workingSelector(list, transcript.row);
  if (!list || !selector) return [];
  const opened = transcript.owner ? readValue(document, open.key) : null;
  const isForeign = (row: Element) => {
    const owner = transcript.owner ? readValue(row, transcript.owner) : null;
    return owner !== null && opened !== null && owner !== opened;
  };
  const rows: { element: Element; content: RowContent }[] = [];
  const drawn = lastMatching(list, selector, MOST_ROWS)
    .filter((row) => isSeen(row) && isDrawn(row) && !isParked(row) && !isForeign(row))
    .map((element) => ({ element, top: boxInWindow(element).top }));
  // As they are drawn, which is not always as they stand in the document.
  for (const { element } of drawn.sort((a, b) => a.top - b.top)) {
    const read = readRow(element, transcript, Date.now());
    const content = read && withAuthor(read, rows.at(-1)?.content);
    if (!content?.author || content.author === 'assist') continue;
    const before = rows.at(-1)?.content;
    const isDouble = before?.author === content.author && before.text === content.text;
    if (content.text !== null && !(transcript.doubled === true && isDouble)) rows.push({ element, content });
  }
  return rows;
}

/** The messages that an adapter reads off the page. */
export function readMessages(adapter: Adapter, document: Document, index: LeafIndex): ReadMessage[] {
  const rows = messageRows(adapter, document);
  const elements = rows.map(({ element }) => element);
  const list = first(document, adapter.transcript.list);
  const own = readRows(elements, index).map(({ time }) => time);
  return rows.flatMap(({ content: { author, text } }, i) => {
    if (text === null) return [];
    const time = own[i] ?? (list && timeAround(i, elements, list, index));
    return [{ author: author === 'customer' ? 'customer' : 'agent', text, shownTime: time ? shownIn(time) : null }];
  });
}

/** Of a group of rows, the time that stands over its first row or under its last one. */
function timeAround(i: number, rows: readonly Element[], list: Element, index: LeafIndex): Leaf | null {
  const row = rows[i];
  for (let group = row && outerElement(row); group && group !== list; group = outerElement(group)) {
    const holds = (one: Element | undefined) => one !== undefined && group !== null && holdsNode(group, one);
    const [isFirst, isLast] = [!holds(rows[i - 1]), !holds(rows[i + 1])];
    if (!row || (!isFirst && !isLast)) return null;
    const [first, last] = [index.order(row), index.order(row) + index.under(row).length];
    // A day over messages is not when they were written.
    const times = index
      .under(group)
      .filter(({ text, isTime }) => (isTime ? hasClock(text) : timeBeside(text) !== null));
    const over = times.find(({ element }) => index.order(element) < first);
    const under = times.find(({ element }) => index.order(element) >= last);
    const time = (isFirst ? over : undefined) ?? (isLast ? under : undefined);
    if (time) return time;
  }
  return null;
}

/** The items of the conversation list, with what an adapter reads off them. */
export function conversationItems(
  { conversations }: Adapter,
  document: Document,
): { element: Element; item: ListItem }[] {
  const box = first(document, conversations.list);
  const selector = box && workingSelector(box, conversations.item);
  if (!box || !selector) return [];
  return lastMatching(box, selector, MOST_ROWS).flatMap((element) => {
    const item = readItem(element, conversations, Date.now());
    return item && isSeen(element) && isDrawn(element) && !isParked(element) ? [{ element, item }] : [];
  });
}

/** The conversations that an adapter reads off the page. */
export function readConversations(adapter: Adapter, document: Document): ReadConversation[] {
  const { items } = distinctItems(conversationItems(adapter, document), isSeen);
  return items.map(({ conversation, unread, active, preview }) => ({
    name: conversation.name,
    unread,
    active,
    preview,
  }));
}
