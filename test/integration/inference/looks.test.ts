import { beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { inferPage } from '@/lib/inference/inferPage';
import { showPage } from './showPage';

const today = '2026-11-21';
const STYLE =
  '<style>body{margin:0;font:14px sans-serif}main{width:600px}.row{padding:4px}.b{background:#eee;padding:6px;width:80%}.r{margin-left:auto}textarea{width:600px;height:60px}small{font-size:10px;color:#888}</style>';

function show(rows: string): void {
  showPage(
    `<!doctype html><html lang="en"><head>${STYLE}</head><body><main>${rows}</main><textarea placeholder="Reply"></textarea></body></html>`,
  );
}

const read = () => inferPage(document, today).messages.map(({ author, text }) => [author, text]);

beforeAll(() => page.viewport(1440, 900));

describe('a page is read by what it looks like', () => {
  it('takes the place of the bubbles for whose they are, where the names of the sides say otherwise', () => {
    const customer = (text: string) => `<div class="row"><div class="b my-message">${text}</div></div>`;
    const own = (text: string) => `<div class="row"><div class="b r other-message">${text}</div></div>`;
    show(
      [
        customer('Is the table free tonight?'),
        own('It is, from seven'),
        customer('Then at eight'),
        own('Done'),
        customer('Thanks'),
      ].join(''),
    );
    expect(read()).toEqual([
      ['customer', 'Is the table free tonight?'],
      ['agent', 'It is, from seven'],
      ['customer', 'Then at eight'],
      ['agent', 'Done'],
      ['customer', 'Thanks'],
    ]);
  });

  it('leaves out that a text was edited, and keeps brackets that somebody wrote', () => {
    const left = (text: string) => `<div class="row customer"><div class="t">${text}</div></div>`;
    const right = (text: string) =>
      `<div class="row agent" style="text-align:right"><div class="t">${text}</div></div>`;
    show(
      [
        left('Do I pay by card? <small>(edited)</small>'),
        right('By card, please (not in cash)'),
        left('Where?'),
        right('At the desk <small>(edited)</small>'),
      ].join(''),
    );
    expect(read()).toEqual([
      ['customer', 'Do I pay by card?'],
      ['agent', 'By card, please (not in cash)'],
      ['customer', 'Where?'],
      ['agent', 'At the desk'],
    ]);
  });

  it('reads nothing in answers under answers, each further in than the last', () => {
    const post = (depth: number, text: string) =>
      `<article style="margin-left:${depth * 40}px"><h3>Re: week ${depth}</h3><p>${text}</p></article>`;
    show(
      [
        post(0, 'Please ask one question each'),
        post(1, 'Why does the sign change in step three?'),
        post(2, 'Look at the remark at the end of the chapter'),
        post(3, 'I see, thank you'),
        post(1, 'Is there a file for exercise four?'),
      ].join(''),
    );
    expect(inferPage(document, today).adapter).toBeNull();
  });
});
