import { afterEach, describe, expect, it } from 'vitest';
import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';

afterEach(() => {
  document.body.replaceChildren();
});

function editable(tag: 'div' | 'pre', mode: string, content = ''): HTMLElement {
  const field = document.createElement(tag);
  field.setAttribute('contenteditable', mode);
  field.textContent = content;
  document.body.append(field);
  return field;
}

/** What a workbench would send, without the line break that only holds the last line open. */
function sendable(field: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: the lines are what is under test, and textContent has none
  return field.innerText.replace(/\n$/, '').replaceAll('\u00a0', ' ');
}

const texts = ['好的', '一\n二', '一\n\n三', '\n二', '  a  b', '<b>&amp;</b>', '😊👨‍👩‍👧\n👍🏽'];

describe.each([
  ['div', 'true'],
  ['div', 'plaintext-only'],
  ['pre', 'true'],
  ['pre', 'plaintext-only'],
] as const)('%s contenteditable=%s', (tag, mode) => {
  it.each(texts)('takes %j exactly when empty', (text) => {
    const field = editable(tag, mode);
    expect(insertIntoComposer({ field, text })).toEqual({ inserted: true, by: 'contentEditable' });
    expect(sendable(field)).toBe(text);
    expect(document.activeElement).toBe(field);
  });

  it.each(texts)('puts %j at the caret, and one undo takes it back', (text) => {
    const field = editable(tag, mode, '前后');
    document.getSelection()?.collapse(field.firstChild, 1);
    insertIntoComposer({ field, text });
    expect(sendable(field)).toBe(`前${text}后`);
    document.execCommand('undo');
    expect(sendable(field)).toBe('前后');
  });

  it('replaces the selection', () => {
    const field = editable(tag, mode, '发货很慢');
    document.getSelection()?.setBaseAndExtent(field.firstChild ?? field, 2, field.firstChild ?? field, 4);
    insertIntoComposer({ field, text: '今天' });
    expect(sendable(field)).toBe('发货今天');
  });

  it('goes to the end when the caret is elsewhere', () => {
    const field = editable(tag, mode, '亲，');
    const other = editable('div', 'true', 'other');
    document.getSelection()?.collapse(other.firstChild, 2);
    insertIntoComposer({ field, text: '在的' });
    expect(sendable(field)).toBe('亲，在的');
    expect(sendable(other)).toBe('other');
  });

  it('makes no key event', () => {
    const field = editable(tag, mode);
    const keys: string[] = [];
    for (const type of ['keydown', 'keypress', 'keyup']) field.addEventListener(type, () => keys.push(type));
    insertIntoComposer({ field, text: '一\n二' });
    expect(keys).toEqual([]);
  });
});
