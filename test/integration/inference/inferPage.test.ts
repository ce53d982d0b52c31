import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { inferPage } from '@/lib/inference/inferPage';
import { madeUpPage } from '../../bench/madeUpPages';
import { showPage } from './showPage';

const today = '2026-11-21';
const documented = import.meta.glob<string>('../../fixtures/*/{history,live,switching,switched}.html', {
  query: '?raw',
  import: 'default',
});
const written = import.meta.glob<string>('../../fixtures/{heldOut,fresh,principles,products}/*.html', {
  query: '?raw',
  import: 'default',
});
const steps = import.meta.glob<{ steps: { page: string; rows: [string, string][] | null }[] }>(
  '../../fixtures/*/expected.json',
  { import: 'default' },
);
const expectations = import.meta.glob<Record<string, { messages: [string, string, string?][] }>>(
  '../../fixtures/{heldOut,fresh,principles,products}/expected.json',
  { import: 'default' },
);
const MADE_UP = 40;

/** Author and text of all that is read, in order. */
const readings = () => inferPage(document, today).messages.map(({ author, text }) => [author, text]);

beforeAll(() => page.viewport(1440, 900));

beforeEach(() => showPage('<!doctype html><html lang="zh-CN"><body></body></html>'));

describe('a documented workbench, its adapter withheld', () => {
  it.each(Object.keys(documented))('%s', async (path) => {
    const expected = (await steps[path.replace(/[^/]+\.html$/u, 'expected.json')]?.())?.steps ?? [];
    const name = path.split('/').at(-1)?.replace('.html', '');
    const html = (await documented[path]?.()) ?? '';
    const before = expected.find((step) => step.page === 'history')?.rows ?? [];
    // While it switches, the rows of before stand there still, or none.
    const seen = html.replace(/[\p{Cf}\u2800]/gu, '');
    const still = before.some(([, text]) => seen.includes(text)) ? before : [];
    const rows = expected.find((step) => step.page === name)?.rows ?? still;
    const said = rows.flatMap(([author, text]) =>
      author === 'event' || author === 'assist' ? [] : [[author === 'customer' ? author : 'agent', text]],
    );
    showPage(`<!doctype html><html lang="zh-CN"><body>${html}</body></html>`);
    expect(readings()).toEqual(said);
  });
});

describe('a page written for one way in which chat pages are built', () => {
  it.each(Object.keys(written))('%s', async (path) => {
    const expected = (await expectations[path.replace(/[^/]+\.html$/u, 'expected.json')]?.()) ?? {};
    const { messages } = expected[path.split('/').at(-1)?.replace('.html', '') ?? ''] ?? {};
    const html = (await written[path]?.()) ?? '';
    // Frames of other pages, and pages that draw themselves, are for the e2e tests.
    if (messages === undefined || html.includes('<script')) return;
    showPage(html);
    expect(readings()).toEqual(messages.map(([author, text]) => [author, text]));
  });
});

describe('a page put together by chance', () => {
  it.each(Array.from({ length: MADE_UP }, (_, i) => i + 1))('%i', (seed) => {
    const { html, said, times, choices } = madeUpPage(seed);
    showPage(html);
    const { messages, unsure } = inferPage(document, today);
    expect(
      messages.map(({ author, text }) => [author, text]),
      JSON.stringify(choices),
    ).toEqual(said);
    expect(
      messages.map(({ shownTime }) => shownTime),
      JSON.stringify(choices),
    ).toEqual(times);
    expect(unsure).toEqual([]);
  });
});

it('says so on a page without a chat', () => {
  document.body.innerHTML = '<h1>订单</h1><p>共三件商品</p><table><tr><td>鞋</td><td>1</td></tr></table>';
  expect(inferPage(document, today)).toMatchObject({ adapter: null, messages: [], unsure: [{ part: 'transcript' }] });
});

it('asks which rows are one’s own where nothing tells', () => {
  const row = (kind: string, text: string) => `<div class="row"><i class="${kind}"></i><p>${text}</p></div>`;
  document.body.innerHTML = `<div class="list">${row('aa', '在吗')}${row('bb', '在的亲')}${row('aa', '什么时候发货')}${row('bb', '今天下午')}</div><textarea></textarea>`;
  const { unsure, confidence } = inferPage(document, today);
  expect(unsure).toEqual([
    {
      part: 'authors',
      candidates: [
        ['在的亲', '今天下午'],
        ['在吗', '什么时候发货'],
      ],
    },
  ]);
  expect(confidence).toBeLessThan(0.5);
});
