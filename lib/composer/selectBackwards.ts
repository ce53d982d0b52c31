import { selectionAround } from './selectionWithin';
import { takenOver } from './takenOver';

/**
 * Selects the last characters before the caret, so that what is inserted next takes their place. Resolves when the
 * editor has taken the selection over.
 */
export async function selectBackwards(
  editable: HTMLElement,
  length: number,
  document: Document = editable.ownerDocument,
): Promise<void> {
  if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) {
    const end = editable.selectionEnd ?? editable.value.length;
    editable.setSelectionRange(Math.max(0, end - length), end);
    return;
  }
  const selection = selectionAround(editable, document);
  if (!selection || selection.rangeCount === 0) return;
  selection.collapseToEnd();
  for (let i = 0; i < length; i++) selection.modify('extend', 'backward', 'character');
  await takenOver();
}
