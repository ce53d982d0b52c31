import { selectionAround } from './selectionWithin';
import { takenOver } from './takenOver';

/** Selects everything in an editable element, so that what is inserted next takes its place. */
export async function selectAll(editable: HTMLElement, document: Document = editable.ownerDocument): Promise<void> {
  editable.focus({ preventScroll: true });
  if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) {
    editable.setSelectionRange(0, editable.value.length);
    return;
  }
  selectionAround(editable, document)?.selectAllChildren(editable);
  await takenOver();
}
