import { first } from '@/lib/observer/query';
import { outerElement } from '@/lib/observer/roots';
import type { Adapter } from '@/lib/workbenches/types';
import { LeafIndex } from './leaves';
import { type ReadMessage, readMessages } from './readPage';

/** Of a window's height, so that two windows in a row overlap. */
const STEP = 0.5;

/**
 * Moves the transcript's scroll box to its beginning or on by half a window (`last` = leaves it), and reads what it shows.
 * For scripts that measure: the extension scrolls no page.
 */
export function readAgain(
  adapter: Adapter,
  document: Document,
  step: 'first' | 'next' | 'last',
): { messages: ReadMessage[]; atEnd: boolean } {
  let box = first(document, adapter.transcript.list);
  while (box && box.scrollHeight <= box.clientHeight + 1) box = outerElement(box);
  if (box && step === 'first') box.scrollTop = -box.scrollHeight;
  if (box && step === 'first' && box.scrollTop >= 0) box.scrollTop = 0;
  if (box && step === 'next') box.scrollTop += box.clientHeight * STEP;
  const isReversed = box !== null && getComputedStyle(box).flexDirection === 'column-reverse';
  const left = box ? box.scrollHeight - box.clientHeight - box.scrollTop : 0;
  const atEnd = box === null || (isReversed ? Math.abs(box.scrollTop) < 2 : left < 2);
  return { messages: step === 'last' ? readMessages(adapter, document, new LeafIndex(document)) : [], atEnd };
}
