// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { playground } from '@/lib/workbenches/playground';
import { readOptions } from '../../playground/options';
import { Composer } from '../../playground/page/composer';
import { ConversationList } from '../../playground/page/conversationList';
import { Rows } from '../../playground/page/rows';
import { skinOf } from '../../playground/page/skins';
import { PageStore } from '../../playground/page/store';
import type { PlaygroundAuthor, PlaygroundMessage } from '../../playground/protocol';

const skin = skinOf(1);
const storeWith = (query: string): PageStore => new PageStore(readOptions(new URLSearchParams(query)), query);
const message = (author: PlaygroundAuthor, text: string): PlaygroundMessage => ({
  id: '7300000000001',
  conversationId: 'c1001',
  author,
  text,
  sentAt: Date.now() - 120_000,
  history: true,
  read: false,
  clientId: null,
});
const rowOf = (query: string, content: PlaygroundMessage): HTMLElement => {
  const rows = new Rows(storeWith(query), skin);
  const row = rows.create();
  rows.fill(row, content);
  return row;
};
const only = (selectors: readonly string[] | undefined): string => selectors?.[0] ?? ':not(*)';

describe('playground adapter', () => {
  it.each([
    ['customer', 'customer'],
    ['agent', 'own'],
    ['auto', 'automatic'],
    ['robot', 'automatic'],
    ['colleague', 'colleague'],
    ['system', undefined],
  ] as const)('reads a row of %s as %s', (author, expected) => {
    const row = rowOf('', message(author, '发什么快递'));
    const { transcript } = playground;
    expect(row.matches(only(transcript.row))).toBe(true);
    expect(transcript.authors.find((rule) => row.matches(rule.when.self ?? ''))?.author).toBe(expected);
    if (author !== 'system') {
      expect(row.querySelector(only(transcript.text.at))?.textContent).toBe('发什么快递');
      expect(row.getAttribute(transcript.id?.attribute ?? '')).toBe('7300000000001');
    }
  });

  it.each([
    ['times=second', 'second'],
    ['times=minute', 'minute'],
    ['times=none', undefined],
  ])('reads the shown time: %s', (query, precision) => {
    const row = rowOf(query, message('customer', '在吗'));
    const rule = playground.transcript.shown?.find((one) =>
      new RegExp(one.match ?? '').test(row.querySelector(only(one.at))?.textContent ?? ''),
    );
    expect(rule?.precision).toBe(precision);
  });

  it('has no id when ids are off, and a temporary one before the server answered', () => {
    expect(rowOf('ids=off', message('customer', '在吗')).hasAttribute('data-mid')).toBe(false);
    const row = rowOf('', { ...message('agent', '您好'), id: 'tmp-t1-1' });
    expect(row.dataset.mid).toMatch(new RegExp(playground.transcript.id?.temporary ?? ':'));
  });

  it('finds the list: key, name, unread, preview and wait clock', () => {
    const store = storeWith('');
    const list = new ConversationList(store, skin);
    const conversation = {
      id: 'c1001',
      name: '林小鹿',
      city: '杭州',
      visits: 1,
      source: '',
      unread: 3,
      lastAt: Date.now(),
      waitingSince: Date.now() - 95_000,
      robotHolds: false,
    };
    store.conversations.set('c1001', conversation);
    store.messages.set('c1001', [message('customer', '有货吗')]);
    list.draw();
    const rules = playground.conversations;
    const item = list.element.querySelector(only(rules.item));
    const read = (rule: typeof rules.name | undefined): string | undefined =>
      item?.querySelector(only(rule?.at))?.textContent ?? undefined;
    expect(item?.getAttribute(rules.key.attribute ?? '')).toBe('c1001');
    expect(read(rules.name)).toBe('林小鹿');
    expect(read(rules.unread)).toBe('3');
    expect(read(rules.preview)).toBe('有货吗');
    expect(read(rules.wait)).toBe('等待 1分35秒');
    store.openId = 'c1001';
    list.draw();
    expect(item?.matches(rules.active?.self ?? '')).toBe(true);
    expect(read(rules.unread)).toBeUndefined();
  });

  it('finds the composer, which sends on Enter but not while a word is being composed', () => {
    const sent: string[] = [];
    const composer = new Composer({ skin, send: (text) => sent.push(text) });
    document.body.replaceChildren(composer.element);
    expect(document.querySelector(only(playground.composer.field))).toBe(composer.field);
    expect(document.querySelector(only(playground.composer.send))?.textContent).toBe('发送');
    composer.type('您好');
    composer.field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    composer.field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true }));
    expect(sent).toEqual([]);
    composer.pressEnter();
    expect(sent).toEqual(['您好']);
    expect(composer.text()).toBe('');
  });
});
