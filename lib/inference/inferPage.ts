import type { ListItem } from '@/lib/domain/reading';
import { first, lastMatching } from '@/lib/observer/query';
import { distinctItems, readItem } from '@/lib/observer/readList';
import { readRow } from '@/lib/observer/readRow';
import { inferIn } from './infer';
import { isSeen, LeafIndex } from './leaves';
import { readRows } from './rowSets';
import { withoutMarks } from './timeShape';
import type { Inference, Sight } from './types';

/** A page as an inferred adapter reads it. */
export interface InferredPage extends Inference {
  messages: { author: 'customer' | 'agent'; text: string; shownTime: string | null }[];
  conversations: { name: string | null; unread: number | null; active: boolean; preview: string | null }[];
  /** Selector of the box in which the agent writes. */
  composer: string | null;
}

const MOST_ROWS = 2000;

/** Infers an adapter over the page, its shadow roots and frames of its own origin, and reads the page with it. */
export function inferPage(document: Document, today: string, sight: Partial<Sight> = {}): InferredPage {
  const shadowRootOf = sight.shadowRootOf ?? ((element) => element.shadowRoot);
  const found = scopesOf(document, shadowRootOf).map((scope) => inferIn(scope, today));
  const best = found.sort((a, b) => b.confidence - a.confidence)[0];
  if (!best) throw new Error('A page without a document.');
  const { scope, ...inference } = best;
  return { ...inference, ...readWith(inference, scope) };
}

/** As they are drawn, which is not always as they stand in the document. */
function byHeight(a: Element, b: Element): number {
  return a.getBoundingClientRect().top - b.getBoundingClientRect().top;
}

function scopesOf(root: Document | ShadowRoot, shadowRootOf: Sight['shadowRootOf']): (Document | ShadowRoot)[] {
  const scopes: (Document | ShadowRoot)[] = [root];
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowRootOf(element);
    if (shadow) scopes.push(...scopesOf(shadow, shadowRootOf));
    if (element.tagName === 'IFRAME') {
      const inner = frameDocument(element as HTMLIFrameElement);
      if (inner?.body && isSeen(element)) scopes.push(...scopesOf(inner, shadowRootOf));
    }
  }
  return scopes;
}

function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function readWith(
  { adapter }: Inference,
  scope: Document | ShadowRoot,
): Pick<InferredPage, 'messages' | 'conversations' | 'composer'> {
  if (!adapter) return { messages: [], conversations: [], composer: null };
  const { transcript, conversations } = adapter;
  const list = first(scope, transcript.list);
  const index = new LeafIndex(scope);
  const rows = list
    ? lastMatching(list, transcript.row[0] ?? '', MOST_ROWS)
        .filter(isSeen)
        .sort(byHeight)
    : [];
  const times = readRows(rows, index).map(({ time }) => (time ? withoutMarks(time.text) : null));
  const messages = rows.flatMap((element, i) => {
    const row = readRow(element, transcript, Date.now());
    if (!row || row.text === null || (row.author !== 'own' && row.author !== 'customer')) return [];
    return [
      { author: row.author === 'own' ? ('agent' as const) : row.author, text: row.text, shownTime: times[i] ?? null },
    ];
  });
  const box = first(scope, conversations.list);
  const items: { element: Element; item: ListItem }[] = box
    ? lastMatching(box, conversations.item[0] ?? '', MOST_ROWS).flatMap((element) => {
        const item = readItem(element, conversations, Date.now());
        return item && isSeen(element) ? [{ element, item }] : [];
      })
    : [];
  const field = adapter.composer.field[0] ?? null;
  return {
    messages,
    conversations: distinctItems(items, isSeen).items.map(({ conversation, unread, active, preview }) => ({
      name: conversation.name,
      unread,
      active,
      preview,
    })),
    composer: field === ':not(*)' ? null : field,
  };
}
