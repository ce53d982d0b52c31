// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ListReading } from '@/lib/domain/reading';
import { matchAdapter } from '@/lib/observer/matchAdapter';
import { parseShownTime } from '@/lib/observer/shownTime';
import { parseWaitClock } from '@/lib/observer/waitClock';
import { byName, plain, settledPage, start } from './simulatedWorkbench';

type Page = Awaited<ReturnType<typeof settledPage>>;
const kinds = <K extends string>(page: Page, kind: K) => page.readings.filter((reading) => reading.kind === kind);
const lastList = (page: Page) => kinds(page, 'list').at(-1) as ListReading;

function drawItem(key: string, { name = key, badge = '', wait = '' } = {}) {
  const mark = badge === '' ? '' : `<sup class="badge">${badge}</sup>`;
  return `<div class="item" data-key="${key}"><b class="name">${name}</b>${mark}<i class="wait">${wait}</i></div>`;
}

describe('the conversation list', () => {
  it('reads badges, dots and the workbench’s own wait clock', async () => {
    const page = await settledPage();
    page.find('.list').innerHTML =
      drawItem('a', { badge: '99+', wait: '已等待 2分' }) + drawItem('b', { badge: '·' }) + drawItem('c');
    await page.seen();
    expect(lastList(page).items).toMatchObject([
      { conversation: { key: 'a' }, unread: 99, waitingSince: page.now() - 120_000 },
      { unread: null, waitingSince: null },
      { unread: 0 },
    ]);
  });

  it('reads a conversation that is listed twice once, and says nothing while only its clock ticks', async () => {
    const page = await settledPage();
    page.find('.list').innerHTML = drawItem('a', { badge: '2', wait: '3秒' }) + drawItem('a', { wait: '3秒' });
    await page.seen();
    expect(lastList(page).items).toMatchObject([{ conversation: { key: 'a' }, unread: 2 }]);
    const sent = page.readings.length;
    page.find('.wait').textContent = '4秒';
    await page.seen();
    expect(page.readings).toHaveLength(sent);
  });

  it('leaves out names that two conversations share, and says so', async () => {
    const page = await settledPage({ adapter: byName });
    page.find('.list').innerHTML = drawItem('a', { name: '小王' }) + drawItem('b', { name: '小王' }) + drawItem('c');
    await page.seen();
    expect(lastList(page)).toMatchObject({ items: [{ conversation: { key: 'c' } }], ambiguousNames: ['小王'] });
  });

  it('marks a conversation that enters while it watches, not one that comes into sight by scrolling', async () => {
    const page = await settledPage();
    await page.pass(6000);
    page.find('.list').innerHTML = drawItem('a', { badge: '1' });
    await page.seen();
    expect(lastList(page).items[0]?.arrived).toBe(true);
    page.find('.list').dispatchEvent(new Event('scroll'));
    page.find('.list').insertAdjacentHTML('beforeend', drawItem('b', { badge: '1' }));
    await page.seen();
    expect(lastList(page).items[1]?.arrived).toBeUndefined();
  });
});

describe('what the agent does', () => {
  const press = (field: HTMLElement, fields: KeyboardEventInit) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...fields }));

  it('is opening, the first input and sending; Enter that picks a word is none of them', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const field = page.find('textarea') as HTMLTextAreaElement;
    field.value = '在的';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    press(field, { isComposing: true });
    press(field, { keyCode: 229 });
    press(field, { shiftKey: true });
    expect(press(field, {})).toBe(true);
    expect(kinds(page, 'activity')).toMatchObject([{ action: 'opened' }, { action: 'firstKey' }, { action: 'send' }]);
    const sentAt = page.now();
    await page.pass(40);
    await page.add('在的', { side: 'own' });
    expect(page.rows().at(-1)).toMatchObject({ sendActionAt: sentAt, seenAt: sentAt + 40 });
  });

  it('is sending by the button, with something to send', async () => {
    const page = await settledPage();
    page.find('.send').click();
    (page.find('textarea') as HTMLTextAreaElement).value = '在的';
    page.find('.send').click();
    expect(kinds(page, 'activity').slice(1)).toMatchObject([{ action: 'send' }]);
  });
});

describe('whether the page is read', () => {
  const problems = (page: Page) => kinds(page, 'health').map((reading) => 'problem' in reading && reading.problem);

  it('is, also while no conversation is open', async () => {
    const page = await settledPage({ conversation: null });
    await page.pass(20_000);
    expect(problems(page)).toEqual([null]);
  });

  it('is not without a list for a while; a short absence is none', async () => {
    const page = await settledPage();
    const list = page.find('.list');
    list.remove();
    await page.pass(2000);
    document.body.append(list);
    await page.pass(10_000);
    expect(problems(page)).toEqual([null]);
    list.remove();
    await page.pass(10_000);
    expect(problems(page)).toEqual([null, 'noList']);
  });

  it('is not when the account is logged in elsewhere, and is again afterwards', async () => {
    const page = await settledPage();
    document.body.insertAdjacentHTML('beforeend', '<div class="dialog">账户在别处登录</div>');
    await page.pass(2000);
    page.find('.dialog').remove();
    await page.pass(2000);
    expect(problems(page)).toEqual([null, 'loggedInElsewhere', null]);
  });

  it('is not when what the agent sends does not appear', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    (page.find('textarea') as HTMLTextAreaElement).value = '在的';
    page.find('.send').click();
    await page.pass(15_000);
    expect(problems(page)).toEqual([null, 'ownSendNotSeen']);
    await page.add('在的', { side: 'own' });
    await page.pass(2000);
    expect(problems(page).at(-1)).toBeNull();
  });

  it('is not from the last good moment on, and at once when a second message does not appear either', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const send = () => {
      (page.find('textarea') as HTMLTextAreaElement).value = '在的';
      page.find('.send').click();
    };
    const first = page.now();
    send();
    await page.pass(3000);
    expect(problems(page)).toEqual([null]);
    send();
    await page.pass(1500);
    expect(problems(page)).toEqual([null, 'ownSendNotSeen']);
    const health = page.readings.filter((reading) => reading.kind === 'health').at(-1);
    expect(health?.since).toBe(first);
  });

  it('is not while the page floods it with changes, which cost one look each; and is again afterwards', async () => {
    const page = await settledPage({ rows: [['在吗']] });
    const noise = document.createElement('div');
    document.body.append(noise);
    for (let flood = 0; flood < 20; flood++) {
      for (let i = 0; i < 1100; i++) noise.setAttribute('class', `n${i}`);
      await page.pass(200);
    }
    await page.pass(1500);
    expect(problems(page)).toEqual([null, 'tooManyMutations']);
    await page.add('还在吗');
    await page.pass(12_000);
    expect(problems(page).at(-1)).toBeNull();
    expect(page.texts().at(-1)).toBe('还在吗');
  });

  it('says when the wall clock was set', async () => {
    const page = await settledPage();
    page.setClock(-90_000);
    await page.add('在吗');
    expect(kinds(page, 'clockStep')).toMatchObject([{ byMs: -90_000 }]);
  });
});

describe('times as they are shown', () => {
  it.each([
    ['HH:mm', '11:58', 'minute', start - 120_000],
    ['HH:mm', '13:00', 'minute', start - 23 * 3_600_000],
    ['YYYY年MM月DD日 HH:mm:ss', '2026年07月23日 16:17:38', 'second', new Date(2026, 6, 23, 16, 17, 38).getTime()],
    ['MM-DD HH:mm:ss', '12-31 23:59:59', 'second', new Date(2025, 11, 31, 23, 59, 59).getTime()],
    ['iso', '2026-11-21T03:00:00.250Z', 'second', Date.UTC(2026, 10, 21, 3)],
    ['epochMs', '1795262400123', 'second', 1795262400000],
  ] as const)('%s reads %s', (format, text, precision, at) => {
    expect(parseShownTime(text, { format, precision }, start)).toEqual({ at, precision });
  });

  it.each([null, '', '刚刚', '25:00', '2026-13-41 10:99', 'NaN', '99999999999999999999'])('%s is no time', (text) => {
    for (const format of ['iso', 'HH:mm', 'MM-DD HH:mm']) {
      expect(parseShownTime(text, { format, precision: 'minute' }, start)).toBeNull();
    }
  });

  it.each([
    ['chinese', '已等待1小时2分', 3_720_000],
    ['chinese', '45秒', 45_000],
    ['mm:ss', '01:02:03', 3_723_000],
  ] as const)('a wait clock (%s) %s began so long ago', (unit, text, ms) => {
    expect(parseWaitClock(text, unit, start)).toBe(start - ms);
  });

  it('a clock that counts down to a limit says nothing of the start', () => {
    expect(parseWaitClock('2分30秒后超时', 'chinese', start)).toBeNull();
  });
});

describe('which adapter reads a page', () => {
  const proven = { ...plain, id: 'proven', matches: [], signature: ['.rows', '.list'] };
  const match = (url: string) => matchAdapter({ adapters: [plain, proven], document, url })?.id ?? null;

  it('is told by the address, else by what proves the product, else none', async () => {
    await settledPage();
    expect(match('https://chat.example.com/desk/1?x=2')).toBe('plain');
    expect(match('https://chat.example.com.evil.test/desk/1')).toBe('proven');
    document.body.innerHTML = '';
    expect(match('https://shop.example.com/')).toBeNull();
  });
});
