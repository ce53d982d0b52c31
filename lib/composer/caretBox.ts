import { selectionAround } from './selectionWithin';

/** A rectangle in CSS pixels of the window. */
export interface CaretBox {
  left: number;
  top: number;
  height: number;
}

/** What of a text field decides where its text stands. */
const MIRRORED = [
  'font',
  'letterSpacing',
  'wordSpacing',
  'textIndent',
  'textTransform',
  'tabSize',
  'direction',
  'textAlign',
  'lineHeight',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'wordBreak',
  'overflowWrap',
] as const;

/**
 * Where the caret stands in an editable element, in its own window; null where it has none. What a text field draws
 * cannot be asked for: its text is drawn again, unseen, in `mirrorRoot`, which is ours and not in the page's tree.
 */
export function caretBox({
  editable,
  document,
  mirrorRoot,
}: {
  editable: HTMLElement;
  document: Document;
  mirrorRoot: Node;
}): CaretBox | null {
  if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement)
    return caretInField(editable, mirrorRoot);
  const selection = selectionAround(editable, document);
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!editable.contains(range.endContainer)) return null;
  range.collapse(false);
  const box = [...range.getClientRects()].at(-1) ?? boxBefore(range);
  if (box !== undefined && box.height > 0) return { left: box.right, top: box.top, height: box.height };
  // In an empty line stands nothing that could be measured.
  const node = range.endContainer;
  const element = node instanceof HTMLElement ? node : node.parentElement;
  if (element === null) return null;
  const line = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    left: line.left + Number.parseFloat(style.paddingLeft),
    top: line.top + Number.parseFloat(style.paddingTop),
    height: lineHeight(style),
  };
}

/** What stands before the caret: between two elements, and in Chromium behind the last one, it has no box itself. */
function boxBefore({ endContainer, endOffset }: Range): DOMRect | undefined {
  if (endOffset === 0) return undefined;
  const before = endContainer.ownerDocument?.createRange();
  if (before === undefined) return undefined;
  if (endContainer instanceof Text) {
    before.setStart(endContainer, endOffset - 1);
    before.setEnd(endContainer, endOffset);
  } else {
    const last = endContainer.childNodes[endOffset - 1];
    // Behind a line break a new line begins.
    if (last === undefined || last instanceof HTMLBRElement) return undefined;
    before.selectNodeContents(last);
  }
  return [...before.getClientRects()].at(-1);
}

function caretInField(field: HTMLTextAreaElement | HTMLInputElement, mirrorRoot: Node): CaretBox | null {
  if (field.selectionEnd === null) return null;
  const style = getComputedStyle(field);
  const box = field.getBoundingClientRect();
  const mirror = field.ownerDocument.createElement('div');
  for (const name of MIRRORED) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: 'fixed',
    visibility: 'hidden',
    boxSizing: 'border-box',
    borderStyle: 'solid',
    left: `${box.left}px`,
    top: `${box.top}px`,
    // Where it scrolls, its scroll bar narrows the lines.
    width: `${box.width - (field.offsetWidth - field.clientWidth - borders(style))}px`,
    whiteSpace: field instanceof HTMLInputElement ? 'pre' : 'pre-wrap',
  });
  const caret = field.ownerDocument.createElement('span');
  caret.textContent = '\u200b';
  mirror.append(field.value.slice(0, field.selectionEnd), caret, field.value.slice(field.selectionEnd));
  mirrorRoot.appendChild(mirror);
  const at = caret.getBoundingClientRect();
  mirror.remove();
  const height = at.height || lineHeight(style);
  const top = Math.min(Math.max(at.top - field.scrollTop, box.top), box.bottom - height);
  return { left: Math.min(Math.max(at.left - field.scrollLeft, box.left), box.right), top, height };
}

function borders(style: CSSStyleDeclaration): number {
  return Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth);
}

function lineHeight(style: CSSStyleDeclaration): number {
  const height = Number.parseFloat(style.lineHeight);
  return Number.isNaN(height) ? Number.parseFloat(style.fontSize) * 1.2 : height;
}
