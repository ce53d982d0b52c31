// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { happenedIn } from '@/lib/composer/happenedIn';

it.each(['open', 'closed'] as const)('tells two fields in one %s root apart by what has the focus', (mode) => {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const outer = host.attachShadow({ mode });
  const inner = document.createElement('section');
  outer.append(inner);
  const root = inner.attachShadow({ mode });
  root.innerHTML = '<textarea></textarea><input>';
  const field = root.querySelector('textarea') as HTMLElement;
  const other = root.querySelector('input') as HTMLElement;
  const outside = document.createElement('input');
  document.body.append(outside);
  let heard: boolean | null = null;
  const listen = (event: Event) => {
    heard = happenedIn(event, field);
  };
  for (const type of ['keydown', 'focusout']) window.addEventListener(type, listen, true);
  const press = (on: HTMLElement) => {
    on.focus();
    heard = null;
    on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
    return heard;
  };
  expect(press(field)).toBe(true);
  expect(press(other)).toBe(false);
  expect(press(outside)).toBe(false);
  field.focus();
  heard = null;
  outside.focus();
  expect(heard).toBe(true);
  for (const type of ['keydown', 'focusout']) window.removeEventListener(type, listen, true);
});
