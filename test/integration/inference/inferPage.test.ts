import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { inferPage } from '@/lib/inference/inferPage';

const today = '2026-11-21';
const pages = import.meta.glob<string>('../../fixtures/*/live.html', { query: '?raw', import: 'default' });
const expectations = import.meta.glob<{ steps: { page: string; rows: [string, string][] | null }[] }>(
  '../../fixtures/*/expected.json',
  { import: 'default' },
);
const nameOf = (path: string) => path.split('/').at(-2) ?? '';

beforeAll(() => page.viewport(1400, 900));

beforeEach(() => {
  document.body.innerHTML = '';
});

describe.each(Object.entries(pages))('%s, its adapter withheld', (path, load) => {
  it('is read', async () => {
    const id = nameOf(path);
    const { steps } = (await expectations[path.replace('live.html', 'expected.json')]?.()) ?? { steps: [] };
    const rows = steps.find((step) => step.page === 'live')?.rows ?? [];
    document.body.innerHTML = await load();
    const found = inferPage(document, today);
    const said = found.messages.map(({ text }) => text);
    const expected = rows.filter(([author]) => author !== 'event' && author !== 'assist').map(([, text]) => text);
    expect([...said].sort(), id).toEqual([...expected].sort());
    const authors = new Map(found.messages.map(({ author, text }) => [text, author]));
    for (const [author, text] of rows) {
      if (author === 'customer' || author === 'own') {
        expect(authors.get(text), `${id}: ${text}`).toBe(author === 'own' ? 'agent' : 'customer');
      }
    }
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
