// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { badgeGrowth } from '@/lib/alignment/badge';
import type { ListReading } from '@/lib/domain/reading';
import { openPage, settledPage } from './simulatedWorkbench';

type Page = ReturnType<typeof openPage>;

/** Who waits, by the workbench's own clock: key, unread, clock. */
function draw(page: Page, people: readonly [string, number, string | null][]): void {
  for (const [key, unread, wait] of people) {
    let item = document.querySelector<HTMLElement>(`.item[data-key="${key}"]`);
    if (item === null) {
      item = document.createElement('div');
      item.className = 'item';
      item.dataset.key = key;
      page.find('.list').append(item);
    }
    item.innerHTML = `<span class="name">${key}</span>${unread > 0 ? `<i class="badge">${unread}</i>` : ''}${wait === null ? '' : `<i class="wait">${wait}</i>`}`;
  }
}

const last = (page: Page) => {
  const lists = page.readings.filter((reading): reading is ListReading => reading.kind === 'list');
  const reading = lists.at(-1);
  return {
    baseline: reading?.baseline,
    came: reading?.items.filter(({ arrived }) => arrived).map((one) => one.conversation.key),
  };
};

describe('while the list still loads', () => {
  const busy = async (...old: [string, number, string | null][]) => {
    const page = openPage();
    draw(page, [['c1', 0, null], ['c2', 0, null], ['c3', 0, null], ...old]);
    // It never stands still for a second.
    for (let i = 0; i < 8; i++) {
      await page.pass(450);
      draw(page, [['c3', 2 + i, null]]);
      await page.seen();
    }
    return page;
  };

  it('a first message whose clock began after the list was there came just now', async () => {
    const page = await busy(['old', 2, '40秒']);
    draw(page, [['c1', 1, '0秒']]);
    await page.seen();
    expect(last(page)).toEqual({ baseline: true, came: ['c1'] });
  });

  it.each([
    ['no clock is older than the page: it may begin anew with each load', [], '0秒'],
    ['the clock is older', [['old', 2, '40秒']], '3秒'],
    ['the clock speaks of minutes', [['old', 2, '4分钟']], '刚刚'],
    ['there is no clock', [['old', 2, '40秒']], null],
  ] as [string, [string, number, string | null][], string | null][])(
    'is not believed when %s',
    async (_, old, wait) => {
      const page = await busy(...old);
      draw(page, [['c1', 1, wait]]);
      await page.seen();
      expect(last(page)).toEqual({ baseline: true, came: [] });
    },
  );

  it('nor when more than one is unread, or the list was only just there', async () => {
    const page = await busy(['old', 2, '40秒']);
    draw(page, [['c1', 2, '0秒']]);
    await page.seen();
    expect(last(page).came).toEqual([]);
    const young = openPage();
    draw(young, [
      ['c1', 0, null],
      ['old', 2, '40秒'],
    ]);
    await young.pass(2_500);
    draw(young, [['c1', 1, '0秒']]);
    await young.seen();
    expect(last(young).came).toEqual([]);
  });
});

it('many who come at once are believed one by one, by their clocks', async () => {
  const page = await settledPage();
  draw(page, [['old', 1, '2分5秒']]);
  await page.pass(4000);
  draw(page, [
    ['n1', 1, '0秒'],
    ['n2', 1, '1秒'],
    ['n3', 1, '0秒'],
    ['n4', 3, '0秒'],
    ['n5', 1, '50秒'],
    ['n6', 1, null],
  ]);
  await page.seen();
  expect(last(page)).toEqual({ baseline: false, came: ['n1', 'n2', 'n3'] });
});

it('the network that comes back makes the page catch up: what its badges gain is of unknown time, as when it loads', async () => {
  const page = await settledPage();
  draw(page, [
    ['c1', 0, null],
    ['old', 1, '2分5秒'],
  ]);
  await page.pass(6000);
  draw(page, [['c1', 1, '0秒']]);
  await page.seen();
  expect(last(page).baseline).toBe(false);
  await page.pass(3000);
  window.dispatchEvent(new Event('online'));
  draw(page, [
    ['c1', 2, '3秒'],
    ['c2', 1, '0秒'],
    ['c3', 1, '0秒'],
  ]);
  await page.seen();
  expect(last(page)).toEqual({ baseline: true, came: [] });
  await page.pass(1500);
  draw(page, [['c1', 3, '5秒']]);
  await page.seen();
  expect(last(page).baseline).toBe(false);
});

it('a badge that grows while the list loads has a certain time by that alone', () => {
  const item = { conversation: { key: 'c1', keyedBy: 'id' as const, name: null }, active: false, preview: null };
  const look = (unread: number, arrived: boolean) =>
    badgeGrowth({
      item: { ...item, unread, waitingSince: 9_000, arrived },
      readAt: 10_000,
      baseline: true,
      previous: { unread: 0, total: 0, active: false, at: 5_000 },
      incomingTotal: 0,
      tail: [],
    }).inserted.map(({ at, uncertain }) => [at, uncertain]);
  expect(look(1, true)).toEqual([[10_000, false]]);
  expect(look(1, false)).toEqual([[9_000, true]]);
  expect(look(2, true).every(([, uncertain]) => uncertain)).toBe(true);
});
