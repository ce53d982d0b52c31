/** Roots that answer for the selection inside them: the document, and in Chromium a shadow root. */
interface SelectionRoot extends Node {
  getSelection?(): Selection | null;
}

/** The selection as seen from the tree that holds the element; null where there is none. */
export function selectionAround(element: Element, document: Document): Selection | null {
  const root: SelectionRoot = element.getRootNode();
  return root.getSelection?.() ?? document.getSelection();
}

/**
 * Focuses an editable element. A text field keeps its own caret; in any other, the caret goes to the end where it is
 * not inside already.
 */
export function focusWithCaret(editable: HTMLElement, document: Document): void {
  const before = selectionAround(editable, document);
  const inside = before !== null && before.rangeCount > 0 && editable.contains(before.anchorNode);
  editable.focus({ preventScroll: true });
  const selection = selectionAround(editable, document);
  if (inside || !selection || !editable.isContentEditable) return;
  const end = document.createRange();
  end.selectNodeContents(editable);
  end.collapse(false);
  selection.removeAllRanges();
  selection.addRange(end);
}
