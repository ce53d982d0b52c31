// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import { fixturePage, fixturesOf } from './fixtureFiles';
import type { FixtureStep } from './fixtureStage';

/** What the fixtures of every workbench contain, so that an exact reading of them proves something. */

const documented = adapters.filter(({ status }) => status.state === 'documented');

/** Their documents name no row that is not a message. */
const WITHOUT_SYSTEM_ROWS = ['zendesk'];

const pageOf = (id: string, page: string) =>
  new DOMParser().parseFromString(fixturePage(id, page), 'text/html').documentElement;
const all = (page: Element, selector: string) => [...page.querySelectorAll(selector)];
const numbers = (elements: Element[], of: (element: Element) => string) =>
  elements.map((element) => Number(/-?\d+/.exec(of(element))?.[0]));
const isSorted = (list: number[]) => list.every((one, i) => i === 0 || one >= (list[i - 1] ?? one));

describe.each(documented.map((adapter): [string, Adapter] => [adapter.id, adapter]))('%s has', (id, adapter) => {
  const { system, steps } = fixturesOf(id);
  const step = (page: string): FixtureStep => {
    const found = steps.find((one) => one.page === page);
    if (!found) throw new Error(`${id} has no fixture ${page}.html with its step in expected.json.`);
    return found;
  };
  const messages = (page: string) => (step(page).rows ?? []).filter(([author]) => author !== 'event');
  const coming = () => messages('live').slice(messages('history').length);

  it('a history with both sides', () => {
    const authors = messages('history').map(([author]) => author);
    expect(authors).toEqual(expect.arrayContaining(['customer', 'own']));
  });

  it('a live exchange: a burst, and the answer to it', () => {
    const authors = coming().map(([author]) => author);
    const burst = authors.findIndex((author, i) => author === 'customer' && authors[i + 1] === 'customer');
    expect(burst, 'two of the customer in a row').toBeGreaterThanOrEqual(0);
    expect(authors.slice(burst), 'an answer').toContain('own');
  });

  it('a row of the robot, where it is known how to tell one', () => {
    if (!adapter.transcript.authors.some(({ author }) => author === 'automatic')) return;
    expect(messages('live').map(([author]) => author)).toContain('automatic');
  });

  it('a row that is no message', () => {
    if (WITHOUT_SYSTEM_ROWS.includes(id)) return;
    const list = adapter.transcript.list.flatMap((selector) => all(pageOf(id, 'live'), selector));
    const said = system ?? '';
    expect(said).not.toBe('');
    expect(
      list.some((element) => element.textContent?.includes(said)),
      said,
    ).toBe(true);
    for (const [, text] of messages('live')) expect(text).not.toContain(said);
  });

  it('a change of the conversation, the head before the rows', () => {
    const [live, between, after] = [step('live'), step('switching'), step('switched')];
    expect(after.open).not.toBe(live.open);
    // Either the old rows stand under the new name, which nobody reads, or the old conversation is still the open one.
    if (between.rows === null) expect(between.open).toBe(after.open);
    else expect([between.open, between.rows]).toEqual([live.open, live.rows]);
    const said = (page: string) => messages(page).flatMap(([author, text]) => (author === 'customer' ? [text] : []));
    const old = new Set(said('live'));
    expect(said('switched').length).toBeGreaterThan(0);
    expect(said('switched').filter((text) => old.has(text))).toEqual([]);
    const head = fixturePage(id, 'switching');
    expect(head).not.toBe(fixturePage(id, 'live'));
    expect(head).not.toBe(fixturePage(id, 'switched'));
  });

  it('a conversation that is unread, where the list says so', () => {
    if (!adapter.conversations.unread && !adapter.conversations.unreadMark) return;
    const unread = step('live').list.filter(([, count, active]) => !active && count !== 0);
    expect(unread).not.toEqual([]);
    expect(step('history').list.filter(([, count]) => count !== 0)).toEqual([]);
  });
});

/** What is known to deceive a reader of this workbench, and the proof that its fixtures have it. */
const TRAPS: [string, string, () => boolean][] = [
  [
    'pinduoduo',
    'one customer in several groups',
    () => {
      const keys = all(pageOf('pinduoduo', 'live'), '[data-random]').map((box) => box.getAttribute('data-random'));
      const customers = keys.map((key) => key?.split('-')[0]);
      return new Set(customers).size < customers.length;
    },
  ],
  ['pinduoduo', 'hidden copies', () => all(pageOf('pinduoduo', 'live'), '[style*="none"] [data-random]').length > 0],
  [
    'douyin',
    'badges that are always there',
    () => {
      const badges = all(pageOf('douyin', 'live'), '[class*="badge-count"]').map((badge) => badge.textContent);
      return badges.includes('') && badges.includes('2');
    },
  ],
  [
    'douyin',
    'rows that look chosen',
    () =>
      all(pageOf('douyin', 'live'), '[data-kora="conversation"]').every((row) => row.classList.contains('selectedNew')),
  ],
  [
    'douyin',
    'a leaveMessage that is an ordinary one',
    () => all(pageOf('douyin', 'live'), '[class*="leaveMessage"]').length > 0,
  ],
  [
    'shopee',
    'rows in an order of their own',
    () =>
      !isSorted(
        numbers(
          all(pageOf('shopee', 'live'), '.DEwekPN7v2'),
          (row) => row.getAttribute('style')?.split('top:')[1] ?? '',
        ),
      ),
  ],
  ['shopee', 'a time in the text', () => all(pageOf('shopee', 'live'), 'pre > div > div').length > 0],
  [
    'xiaohongshuInbox',
    'parked views, with a message and a customer in them',
    () =>
      ['.im-msg-item', '.sx-contact-item'].every((one) =>
        pageOf('xiaohongshuInbox', 'live').querySelector(`[style*="-9999px"] ${one}`),
      ),
  ],
  [
    'xiaohongshuInbox',
    'the newest row at the top',
    () => {
      const rows = all(pageOf('xiaohongshuInbox', 'live'), '.recyScroll1 .vue-recycle-scroller__item-view');
      const offset = (text: string) =>
        numbers(
          rows.filter((row) => row.textContent?.includes(text)),
          (row) => row.getAttribute('style') ?? '',
        )[0] ?? -1;
      return offset('今天下午就发') >= 0 && offset('今天下午就发') < offset('你好，这个外套还有M码吗');
    },
  ],
  [
    'zendesk',
    'other tickets, hidden',
    () => all(pageOf('zendesk', 'live'), '[data-ticket-id][style*="none"]').length > 0,
  ],
  [
    'liveHelperChat',
    'other chats, hidden',
    () => all(pageOf('liveHelperChat', 'live'), '[style*="none"] .msgBlock-admin').length > 0,
  ],
  ['jd', 'other tabs, hidden', () => all(pageOf('jd', 'live'), '.c_tabs-tab_inactive .alluser-item').length > 0],
  [
    'chatwoot',
    'an own row that is keyed again',
    () =>
      /data-message-id="5c1d-77aa"/.test(fixturePage('chatwoot', 'sending')) &&
      !fixturePage('chatwoot', 'live').includes('5c1d-77aa'),
  ],
  [
    'rocketchat',
    'an own row that is pending',
    () =>
      all(pageOf('rocketchat', 'sending'), '[aria-busy="true"][data-own="true"]').length === 1 &&
      all(pageOf('rocketchat', 'live'), '[aria-busy="true"]').length === 0,
  ],
  [
    'etsy',
    'a message drawn twice, and words for screen readers',
    () => {
      const texts = all(pageOf('etsy', 'live'), '.wt-break-word').map((text) => text.textContent?.trim());
      return texts.some((text, i) => text === texts[i + 1]) && texts.every((text) => text?.startsWith('Message:'));
    },
  ],
  ['crisp', 'invisible characters in texts', () => /[\u00ad\u200b\u2800]/.test(fixturePage('crisp', 'live'))],
  ['taobao', 'marks of reading in rows', () => fixturePage('taobao', 'live').includes('已读')],
  [
    'taobao',
    'a composer that is like a text',
    () =>
      all(pageOf('taobao', 'live'), 'pre.edit').length >
      all(pageOf('taobao', 'live'), 'pre.edit[contenteditable]').length,
  ],
  ['onetalk', 'a decoy of a time', () => fixturePage('onetalk', 'live').includes('showTime')],
];

it.each(TRAPS)('%s: %s', (_id, _trap, isThere) => {
  expect(isThere()).toBe(true);
});
