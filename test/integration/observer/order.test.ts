import { afterEach, describe, expect, it } from 'vitest';
import { inShownOrder, isAtEnd } from '@/lib/observer/order';
import { firstVisible } from '@/lib/observer/query';
import { isDrawn } from '@/lib/observer/visible';

afterEach(() => document.body.replaceChildren());

function draw(html: string): Element {
  document.body.innerHTML = html;
  const [element] = document.body.children;
  if (!element) throw new Error('nothing was drawn');
  return element;
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p style="height: 40px; margin: 0">${i}</p>`).join('');
const box = (style: string, count: number) =>
  draw(`<div style="height: 200px; overflow-y: auto; ${style}"><div class="rows">${rows(count)}</div></div>`);

describe('whether a list shows its end', () => {
  it('does at the bottom of a box that scrolls, and near it, not further up', () => {
    const scroller = box('', 50);
    expect(isAtEnd(scroller)).toBe(false);
    scroller.scrollTop = scroller.scrollHeight;
    expect(isAtEnd(scroller)).toBe(true);
    scroller.scrollTop -= 50;
    expect(isAtEnd(scroller)).toBe(true);
    scroller.scrollTop -= 100;
    expect(isAtEnd(scroller)).toBe(false);
  });

  it('does at the origin of a reversed box, whose offsets are negative further up', () => {
    const scroller = box('display: flex; flex-direction: column-reverse', 50);
    expect(scroller.scrollTop).toBe(0);
    expect(isAtEnd(scroller)).toBe(true);
    scroller.scrollTop = -800;
    expect(scroller.scrollTop).toBe(-800);
    expect(isAtEnd(scroller)).toBe(false);
    scroller.scrollTop = -30;
    expect(isAtEnd(scroller)).toBe(true);
  });

  it('is told by the nearest box that scrolls, and true where nothing does', () => {
    const scroller = box('', 50);
    const list = scroller.querySelector('.rows') as Element;
    expect(isAtEnd(list)).toBe(false);
    scroller.scrollTop = scroller.scrollHeight;
    expect(isAtEnd(list)).toBe(true);
    expect(isAtEnd(box('', 2))).toBe(true);
  });
});

it('of a list turned upside down, shows its end at its beginning', () => {
  const scroller = box('transform: rotate(180deg)', 50);
  expect(isAtEnd(scroller, true)).toBe(true);
  scroller.scrollTop = 50;
  expect(isAtEnd(scroller, true)).toBe(true);
  scroller.scrollTop = 400;
  expect(isAtEnd(scroller, true)).toBe(false);
  scroller.scrollTop = scroller.scrollHeight;
  expect(isAtEnd(scroller, true)).toBe(false);
});

describe('rows as they are drawn', () => {
  it('stand in the order of their offsets, whatever their order in the document', () => {
    const list = draw(`<div style="position: relative">
      <p style="position: absolute; top: 80px">c</p><p style="position: absolute; top: 0px">a</p>
      <p style="position: absolute; transform: translateY(120px)">d</p>
      <p style="position: absolute; transform: translate3d(0px, 40px, 0)">b</p></div>`);
    const elements = inShownOrder([...list.children]);
    expect(elements.map((element) => element.textContent)).toEqual(['a', 'b', 'c', 'd']);
    const tops = elements.map((element) => element.getBoundingClientRect().top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('are without those that are parked until they are used again', () => {
    const list = draw(`<div><p style="transform: translateY(-9999px)">x</p><p style="transform: translateY(40px)">b</p>
      <p style="transform: translateY(0px)">a</p></div>`);
    expect(inShownOrder([...list.children]).map((element) => element.textContent)).toEqual(['a', 'b']);
  });

  it('are not hidden copies', () => {
    draw(`<div><p class="x" style="display: none">1</p><p class="x" style="visibility: hidden">2</p>
      <div hidden><p class="x">3</p></div><p class="x">4</p></div>`);
    expect(firstVisible(document, ['.x'], isDrawn)?.textContent).toBe('4');
  });
});
