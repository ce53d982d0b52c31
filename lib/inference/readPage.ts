import type { ListItem } from '@/lib/domain/reading';
import { isParked } from '@/lib/observer/order';
import { first, lastMatching, workingSelector } from '@/lib/observer/query';
import { distinctItems, readItem } from '@/lib/observer/readList';
import { type RowContent, readRow, withAuthor } from '@/lib/observer/readRow';
import { boxInWindow } from '@/lib/observer/roots';
import type { Adapter } from '@/lib/workbenches/types';
import { isSeen, type LeafIndex } from './leaves';
import { readRows } from './rowSets';
import { withoutMarks } from './timeShape';

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
export function messageRows({ transcript }: Adapter, document: Document): { element: Element; content: RowContent }[] {
  const list = first(document, transcript.list);
  const selector = list && workingSelector(list, transcript.row);
  if (!list || !selector) return [];
  const rows: { element: Element; content: RowContent }[] = [];
  for (const element of lastMatching(list, selector, MOST_ROWS)
    .filter((row) => isSeen(row) && !isParked(row))
    .sort(byHeight)) {
    const read = readRow(element, transcript, Date.now());
    const content = read && withAuthor(read, rows.at(-1)?.content);
    if (!content?.author || content.author === 'assist') continue;
    const before = rows.at(-1)?.content;
    const isDouble = before?.author === content.author && before.text === content.text;
    if (content.text !== null && !(transcript.doubled === true && isDouble)) rows.push({ element, content });
  }
  return rows;
}

/** As they are drawn, which is not always as they stand in the document. */
function byHeight(a: Element, b: Element): number {
  return boxInWindow(a).top - boxInWindow(b).top;
}

/** The messages that an adapter reads off the page. */
export function readMessages(adapter: Adapter, document: Document, index: LeafIndex): ReadMessage[] {
  const rows = messageRows(adapter, document);
  const times = readRows(
    rows.map(({ element }) => element),
    index,
  ).map(({ time }) => (time ? withoutMarks(time.text) : null));
  return rows.flatMap(({ content: { author, text } }, i) =>
    text === null
      ? []
      : [
          {
            author: author === 'customer' ? ('customer' as const) : ('agent' as const),
            text,
            shownTime: times[i] ?? null,
          },
        ],
  );
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
    return item && isSeen(element) ? [{ element, item }] : [];
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
