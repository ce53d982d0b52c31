import { boxInWindow, holdsNode } from '@/lib/observer/roots';
import { MOST_NAME } from './itemNames';
import type { LeafIndex } from './leaves';
import { seenBox } from './seenBox';
import type { Leaf } from './types';

/** A leaf with this text above or beside the transcript: the head of the open conversation. */
export function headOf(text: string, transcript: Element, list: Element | null, index: LeafIndex): Leaf | null {
  const box = seenBox(transcript);
  const outside = index
    .withText(text)
    .filter(({ element }) => !holdsNode(transcript, element) && !(list && holdsNode(list, element)));
  return (
    outside.sort((a, b) => {
      const away = ({ element }: Leaf) => {
        const at = boxInWindow(element);
        return Math.abs(at.bottom - box.top) + (at.left < box.left - 4 || at.left > box.right ? 1000 : 0);
      };
      return away(a) - away(b);
    })[0] ?? null
  );
}

/** On a page of one conversation: the title over the transcript. */
export function titleOver(transcript: Element, index: LeafIndex): Element | null {
  const box = seenBox(transcript);
  const over = index.leaves.filter(({ element, isTime, text }) => {
    const at = boxInWindow(element);
    const titled = element.matches(
      'h1, h2, h3, h4, h5, h6, [class*="title" i], [class*="name" i], [class*="header" i] *',
    );
    return titled && !isTime && text.length <= MOST_NAME && at.bottom <= box.top + 8 && !holdsNode(transcript, element);
  });
  return over.sort((a, b) => boxInWindow(b.element).bottom - boxInWindow(a.element).bottom)[0]?.element ?? null;
}
