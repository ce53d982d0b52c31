import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '@/lib/domain/reading';
import { findListItems } from '@/lib/observer/landmarks';
import { findAll, first, matches } from '@/lib/observer/query';
import { startObserver } from '@/lib/observer/startObserver';
import { playground } from '@/lib/workbenches/playground';
import type { Adapter } from '@/lib/workbenches/types';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
  document.body.replaceChildren();
});

const row = (side: string, text: string) => `<p class="row ${side}"><span class="text">${text}</span></p>`;
const chat = `<div class="list"><div class="item on"><b>小鹿</b></div></div>
  <h1>小鹿</h1><div class="rows">${row('theirs', '在吗')}${row('own', '在的亲')}</div><textarea></textarea>`;

/** An adapter of that chat, with the way into the root that it stands in. */
function inside(way: string, rowWay = ''): Adapter {
  return {
    ...playground,
    transcript: {
      list: [`${way}.rows`],
      row: ['.row'],
      authors: [
        { author: 'own', when: { self: '.own' } },
        { author: 'customer', when: { self: '.theirs' } },
      ],
      text: { at: [`${rowWay}.text`] },
    },
    open: { key: { at: [`${way}h1`] }, keyedBy: 'name', name: { at: [`${way}h1`] } },
    conversations: {
      list: [`${way}.list`],
      item: ['.item'],
      key: { at: ['b'] },
      keyedBy: 'name',
      name: { at: ['b'] },
      active: { self: '.on' },
    },
    composer: { field: [`${way}textarea`], enterSends: true },
  };
}

function watch(adapter: Adapter) {
  const readings: Reading[] = [];
  startObserver({
    adapter,
    document,
    recorderId: 'r',
    signal: life.signal,
    onReading: (reading) => readings.push(reading),
    timings: { settleMs: 1, loadingMs: 0 },
  });
  const texts = () =>
    readings
      .flatMap((one) => (one.kind === 'transcript' ? [one] : []))
      .at(-1)
      ?.rows.map(({ text }) => text) ?? [];
  const actions = () => readings.flatMap((one) => (one.kind === 'activity' ? [one.action] : []));
  return { texts, actions };
}

async function followsWhatHappensIn(root: ShadowRoot | Document, adapter: Adapter) {
  const { texts, actions } = watch(adapter);
  await vi.waitFor(() => expect(texts()).toEqual(['在吗', '在的亲']));
  root.querySelector('.rows')?.insertAdjacentHTML('beforeend', row('theirs', '什么时候发货'));
  await vi.waitFor(() => expect(texts()).toEqual(['在吗', '在的亲', '什么时候发货']));
  const field = root.querySelector('textarea');
  if (!field) throw new Error('no field');
  field.value = '今天';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  expect(actions()).toEqual(['opened', 'firstKey', 'send']);
}

describe('a page within a page', () => {
  it('is followed in an open shadow root', async () => {
    document.body.innerHTML = '<x-chat></x-chat>';
    const root = document.querySelector('x-chat')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no root');
    root.innerHTML = chat;
    await followsWhatHappensIn(root, inside('x-chat >>> '));
  });

  it('is followed in a closed shadow root, where the browser lets an extension see it', async () => {
    document.body.innerHTML = '<x-chat></x-chat>';
    const root = document.querySelector('x-chat')?.attachShadow({ mode: 'closed' });
    if (!root) throw new Error('no root');
    root.innerHTML = chat;
    vi.stubGlobal('chrome', {
      dom: { openOrClosedShadowRoot: (one: Element) => (one.tagName === 'X-CHAT' ? root : null) },
    });
    await followsWhatHappensIn(root, inside('x-chat >>> '));
    vi.unstubAllGlobals();
  });

  it('is followed in a frame of the same origin, and again after the frame has loaded anew', async () => {
    document.body.innerHTML = '<iframe style="margin: 40px 0 0 30px; border: 0"></iframe>';
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    const load = (html: string) =>
      new Promise<Document>((resolve) => {
        frame.onload = () => resolve(frame.contentDocument as Document);
        frame.srcdoc = html;
      });
    const adapter = inside('iframe >>> ');
    await followsWhatHappensIn(await load(chat), adapter);
    const item = findListItems({ adapter, document }).get('小鹿');
    expect(item?.ownerDocument).toBe(frame.contentDocument);
    const { texts } = watch(adapter);
    await load(chat.replace('在吗', '你好'));
    await vi.waitFor(() => expect(texts()).toEqual(['你好', '在的亲']));
  });

  it('is followed where each row has a root of its own, whenever it draws itself', async () => {
    document.body.innerHTML = chat.replace(/<span class="text">.*?<\/span>/gu, '<x-text></x-text>');
    const [one, two] = document.querySelectorAll('x-text');
    const root = one?.attachShadow({ mode: 'open' });
    if (!root || !two) throw new Error('no rows');
    root.innerHTML = '<i class="text">在吗</i>';
    two.attachShadow({ mode: 'open' }).innerHTML = '<i class="text">在的亲</i>';
    const { texts } = watch(inside('', 'x-text >>> '));
    await vi.waitFor(() => expect(texts()).toEqual(['在吗', '在的亲']));
    root.innerHTML = '<i class="text">在吗？</i>';
    await vi.waitFor(() => expect(texts()).toEqual(['在吗？', '在的亲']));
  });
});

it('finds nothing where a way goes into nothing', () => {
  document.body.innerHTML = '<div class="a"><p></p></div>';
  expect(first(document, ['.a >>> p', '.b >>> p'])).toBeNull();
  expect(findAll(document, '.a >>> ((')).toEqual([]);
  expect(matches(document.querySelector('p') as Element, '.a >>> p')).toBe(false);
});
