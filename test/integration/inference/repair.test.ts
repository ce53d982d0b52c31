import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { merged } from '@/lib/inference/merged';
import { find, findPageParts, matchingIn } from '@/lib/inference/pageParts';
import { relocate, relocateOnPage } from '@/lib/inference/relocate';
import { repairAdapter } from '@/lib/inference/repair';
import { readItem } from '@/lib/observer/readList';
import { readValue } from '@/lib/observer/value';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import type { Fixtures } from '../../unit/workbenches/fixtureStage';

const now = new Date(2026, 10, 21, 14, 10).getTime();
const today = '2026-11-21';
const pages = import.meta.glob<string>('../../fixtures/*/live.html', { query: '?raw', import: 'default', eager: true });
const expected = import.meta.glob<Fixtures>('../../fixtures/*/expected.json', { import: 'default', eager: true });

beforeAll(() => page.viewport(1400, 900));
beforeEach(() => document.body.replaceChildren());

function adapterOf(id: string): Adapter {
  const adapter = adapters.find((one) => one.id === id);
  if (!adapter) throw new Error(`No adapter ${id}.`);
  return adapter;
}

const stepOf = (id: string) => {
  const step = expected[`../../fixtures/${id}/expected.json`]?.steps.find((one) => one.page === 'live');
  if (!step?.rows) throw new Error(`No rows of ${id}.`);
  return { ...step, rows: step.rows };
};

/** What the store holds of the page: its conversations, and all of its messages but the last. */
function knownOf(id: string) {
  const { rows, list } = stepOf(id);
  const authors = ['customer', 'own', 'automatic', 'assist', 'colleague'] as const;
  const messages = rows.flatMap(([author, text]) => {
    const known = authors.find((one) => one === author);
    return known && !text.startsWith('[') ? [{ author: known, text }] : [];
  });
  return {
    accounts: [],
    shops: [],
    conversations: list.map(([key]) => ({ key, name: null })),
    messages: messages.slice(0, -1).reverse(),
  };
}

/** The page of a workbench; `renamed`: as its next release might call things. */
function draw(id: string, renamed: boolean): void {
  document.body.innerHTML = pages[`../../fixtures/${id}/live.html`] ?? '';
  if (!renamed) return;
  for (const element of document.body.querySelectorAll('[class]')) {
    const names = [...element.classList].map((name) => `k${[...name].reverse().join('')}`);
    element.setAttribute('class', names.join(' '));
  }
}

const messagesOf = (adapter: Adapter) =>
  findPageParts(adapter, document, now).messages.map(({ author, text }) => [author, text]);
const expectedMessages = (id: string) =>
  stepOf(id)
    .rows.filter(([author]) => author !== 'event')
    .map(([author, text]) => [author, text]);

describe.each(['taobao', 'weixinShop', 'jd', 'onetalk'])('%s', (id) => {
  const repaired = () => repairAdapter({ stored: adapterOf(id), document, today, now, known: knownOf(id) });

  it('as it was: nothing is changed', () => {
    draw(id, false);
    const { adapter, changes, lost } = repaired();
    expect(changes).toEqual([]);
    expect(lost).toEqual([]);
    expect(adapter).toEqual(adapterOf(id));
  });

  it('with every class renamed: the same messages, under the same keys, the old selectors behind the new', () => {
    draw(id, true);
    const stored = adapterOf(id);
    expect(messagesOf(stored), 'unreadable before').toEqual([]);
    const { adapter, changes } = repaired();
    if (!adapter) throw new Error('Nothing was found.');
    expect(changes.map(({ part }) => part)).toContain('transcript');
    expect(messagesOf(adapter)).toEqual(expectedMessages(id));
    expect(adapter.transcript.list).toEqual(expect.arrayContaining([...stored.transcript.list]));
    const list = find(document, adapter.conversations.list);
    const items = list ? matchingIn(list, adapter.conversations.item, 100) : [];
    const keys = items.map((item) => readItem(item, adapter.conversations, now)?.conversation.key);
    // A name that is cut short is no key.
    expect(keys.filter((key) => key !== undefined)).toEqual(stepOf(id).list.map(([key]) => key));
    expect(find(document, adapter.composer.field)).not.toBeNull();
  });
});

it('says that nothing was found where no transcript is', () => {
  document.body.innerHTML = '<h1>登录</h1><input type="password">';
  const { adapter, changes, lost } = repairAdapter({
    stored: adapterOf('taobao'),
    document,
    today,
    now,
    known: knownOf('taobao'),
  });
  expect({ adapter, changes, lost }).toEqual({ adapter: null, changes: [], lost: [] });
});

describe('a value', () => {
  const bases = () => {
    document.body.innerHTML = `<ul><li><i>1</i><b class="who">小鹿</b></li><li><i>2</i><b class="who">阿青</b></li>
      <li><i>3</i><b class="who">木子</b></li></ul><h2 id="head">阿青</h2>`;
    return [...document.querySelectorAll('li')];
  };
  const names = ['小鹿', '阿青', '木子'];

  it('is found again in every base, the old place behind the new', () => {
    const rule = relocate(bases(), { at: ['.gone'] }, (value) => names.includes(value));
    expect(rule?.at?.at(-1)).toBe('.gone');
    expect(bases().map((base) => rule && readValue(base, rule))).toEqual(names);
  });

  it('is not found where fewer than half of the bases have it', () => {
    expect(relocate(bases(), { at: ['.gone'] }, (value) => value === '小鹿')).toBeNull();
  });

  it('is found on the page where it ranks first', () => {
    bases();
    const head = document.querySelector('#head');
    const rule = relocateOnPage(
      document,
      { at: ['.gone'] },
      (value) => value === '阿青',
      (one) => (one === head ? 0 : 1),
    );
    expect(rule?.at?.map((selector) => document.querySelector(selector))).toEqual([head, null]);
  });
});

it('puts new selectors before the old ones, each once, and leaves out what finds nothing', () => {
  expect(merged([':not(*)', '.new', '.both'], ['.old', '.both'])).toEqual(['.new', '.both', '.old']);
  expect(
    merged(
      ['.new'],
      Array.from({ length: 40 }, (_, i) => `.o${i}`),
    ),
  ).toHaveLength(20);
});
