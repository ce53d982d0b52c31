import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';

afterEach(() => {
  document.body.replaceChildren();
});

function Composer({ onRender }: { onRender: (value: string) => void }) {
  const [value, setValue] = useState('您好');
  onRender(value);
  return <textarea value={value} onChange={(event) => setValue(event.target.value)} />;
}

function textarea(value: string, start: number, end = start): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.value = value;
  field.setSelectionRange(start, end);
  return field;
}

it('inserts at the caret and leaves the caret after it, focused', () => {
  const field = textarea('您好再见', 2);
  expect(insertIntoComposer({ field, text: '，在的' })).toEqual({ inserted: true, by: 'textField' });
  expect(field.value).toBe('您好，在的再见');
  expect([field.selectionStart, field.selectionEnd]).toEqual([5, 5]);
  expect(document.activeElement).toBe(field);
});

it('replaces the selection; undo brings it back', () => {
  const field = textarea('发货很慢', 2, 4);
  insertIntoComposer({ field, text: '今天' });
  expect(field.value).toBe('发货今天');
  document.execCommand('undo');
  expect(field.value).toBe('发货很慢');
});

it('keeps lines and emoji exactly', () => {
  const field = textarea('', 0);
  const text = '亲，在的 😊\n\n  第三行👨‍👩‍👧\n';
  insertIntoComposer({ field, text });
  expect(field.value).toBe(text);
});

it('tells the page by input events alone: no key event, so nothing is sent', () => {
  const field = textarea('', 0);
  const events: string[] = [];
  for (const type of ['input', 'keydown', 'keypress', 'keyup', 'submit', 'change'])
    field.addEventListener(type, () => events.push(type));
  insertIntoComposer({ field, text: '好的\n马上' });
  expect(new Set(events)).toEqual(new Set(['input']));
});

it('reaches a controlled React field', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  const seen: string[] = [];
  flushSync(() => createRoot(host).render(<Composer onRender={(value) => seen.push(value)} />));
  const field = host.querySelector('textarea');
  if (!field) throw new Error('not rendered');
  field.setSelectionRange(2, 2);
  insertIntoComposer({ field, text: '，在的' });
  await expect.poll(() => seen.at(-1)).toBe('您好，在的');
  expect(field.value).toBe('您好，在的');
});

it('puts one line into an input, and refuses a field that takes none', () => {
  const input = document.createElement('input');
  const readOnly = document.createElement('textarea');
  readOnly.readOnly = true;
  document.body.append(input, readOnly);
  insertIntoComposer({ field: input, text: 'a\nb' });
  expect(input.value).toBe('a b');
  expect(insertIntoComposer({ field: readOnly, text: 'a' })).toEqual({ inserted: false });
  expect(insertIntoComposer({ field: document.createElement('p'), text: 'a' })).toEqual({ inserted: false });
});

it('works inside a shadow root', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const field = document.createElement('textarea');
  host.attachShadow({ mode: 'closed' }).append(field);
  insertIntoComposer({ field, text: '在的' });
  expect(field.value).toBe('在的');
});
