import { afterEach, describe, expect, it } from 'vitest';
import { caretBox } from '@/lib/composer/caretBox';

const mirrorHost = document.createElement('div');
const mirrorRoot = mirrorHost.attachShadow({ mode: 'closed' });

afterEach(() => document.body.replaceChildren());

function put(html: string): HTMLElement {
  document.body.innerHTML = html;
  document.body.append(mirrorHost);
  const element = document.querySelector<HTMLElement>('#field');
  if (element === null) throw new Error('The page has a field.');
  element.focus();
  return element;
}

/** Where the browser draws the end of the same text in the same box. */
function drawnEnd(editable: HTMLElement): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(editable);
  const rects = range.getClientRects();
  const last = rects[rects.length - 1];
  if (last === undefined) throw new Error('The text is drawn.');
  return last;
}

const box = 'font: 16px/24px monospace; width: 220px; height: 120px; padding: 6px 8px; border: 1px solid; margin: 20px';
const text = '亲，您好 hello 今天发货\n第二行，很长很长很长很长很长很长的一行';

describe('caretBox', () => {
  it('finds the caret of a text field where an element with the same style draws it, and leaves no trace', () => {
    const editable = put(`<div id="field" contenteditable style="${box}; white-space: pre-wrap"></div>`);
    editable.textContent = text;
    const drawn = drawnEnd(editable);
    const field = put(`<textarea id="field" style="${box}; resize: none"></textarea>`);
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('A text field was put.');
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    const found = caretBox({ editable: field, document, mirrorRoot });
    expect(Math.abs((found?.left ?? 0) - drawn.right)).toBeLessThan(3);
    expect(Math.abs((found?.top ?? 0) - drawn.top)).toBeLessThan(4);
    expect(mirrorRoot.childNodes).toHaveLength(0);
    field.setSelectionRange(0, 0);
    expect(caretBox({ editable: field, document, mirrorRoot })?.left).toBeLessThan(drawn.right);
  });

  it('stays within a field that is scrolled', () => {
    const field = put(`<textarea id="field" style="${box}"></textarea>`);
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('A text field was put.');
    field.value = 'x\n'.repeat(50);
    field.setSelectionRange(100, 100);
    field.scrollTop = field.scrollHeight;
    const { top, bottom } = field.getBoundingClientRect();
    const found = caretBox({ editable: field, document, mirrorRoot });
    expect(found?.top).toBeGreaterThanOrEqual(top);
    expect((found?.top ?? 0) + (found?.height ?? 0)).toBeLessThanOrEqual(bottom);
    expect(found?.top).toBeGreaterThan(top + 50);
  });

  it('finds the caret in an editable element, an empty one too', () => {
    const editable = put(`<div id="field" contenteditable style="${box}">一二三四</div>`);
    const node = editable.firstChild;
    if (node === null) throw new Error('The element has text.');
    getSelection()?.collapse(node, 2);
    const { left } = editable.getBoundingClientRect();
    const found = caretBox({ editable, document, mirrorRoot });
    expect((found?.left ?? 0) - left - 9).toBeGreaterThan(20);
    expect((found?.left ?? 0) - left - 9).toBeLessThan(40);
    // Behind the text, as an editor may put it, rather than in it.
    getSelection()?.collapse(editable, 1);
    expect((caretBox({ editable, document, mirrorRoot })?.left ?? 0) - left - 9).toBeGreaterThan(50);
    const empty = put(`<div id="field" contenteditable style="${box}"></div>`);
    getSelection()?.collapse(empty, 0);
    expect(caretBox({ editable: empty, document, mirrorRoot })).toMatchObject({ height: 24 });
    getSelection()?.removeAllRanges();
    expect(caretBox({ editable: empty, document, mirrorRoot })).toBeNull();
  });
});
