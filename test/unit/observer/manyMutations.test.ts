// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { settledPage, start } from './simulatedWorkbench';

/** A page that changes without an end is neither slowed nor read with holes. */

afterEach(() => vi.restoreAllMocks());

it('costs at most 50 full looks a second and one after it, while the page changes beside its lists', async () => {
  const page = await settledPage({ rows: [['在吗']] });
  const noise = document.createElement('div');
  document.body.append(noise);
  await page.pass(3000);
  const asked = vi.spyOn(document, 'querySelectorAll');
  noise.setAttribute('class', 'first');
  await page.seen();
  const perLook = asked.mock.calls.length;
  expect(perLook).toBeGreaterThan(0);
  await page.pass(3000);
  asked.mockClear();
  for (let i = 0; i < 900; i++) {
    noise.setAttribute('class', `n${i}`);
    await page.pass(1);
  }
  // Rows alone are looked at by what was found before: they ask the document for nothing.
  expect(asked.mock.calls.length / perLook).toBeLessThan(60);
});

it('reads what is said and who waits meanwhile, at once', async () => {
  const page = await settledPage({ rows: [['在吗']] });
  const noise = document.createElement('div');
  document.body.append(noise);
  const said: number[] = [];
  for (let i = 0; i < 600; i++) {
    noise.setAttribute('class', `n${i}`);
    if (i % 100 === 50) {
      said.push(page.now());
      await page.add(`第 ${i} 句`);
    }
    if (i === 500) {
      const item = document.createElement('div');
      item.className = 'item';
      item.dataset.key = 'c9';
      item.innerHTML = '<span class="name">阿青</span><i class="badge">1</i>';
      page.find('.list').append(item);
    }
    await page.pass(1);
  }
  const rows = page.rows().slice(1);
  expect(rows.map(({ text, seenAt }) => [text, seenAt])).toEqual(said.map((at, i) => [`第 ${i * 100 + 50} 句`, at]));
  const lists = page.readings.filter((reading) => reading.kind === 'list');
  expect(lists.at(-1)).toMatchObject({ items: [{ conversation: { key: 'c9' }, unread: 1, arrived: true }] });
  expect((lists.at(-1)?.readAt ?? 0) - start).toBeLessThan(6000 + 600);
  expect(page.errors).toEqual([]);
});

it('a head that changes in the middle of it is seen by the look after it', async () => {
  const page = await settledPage({ rows: [['在吗']] });
  const noise = document.createElement('div');
  document.body.append(noise);
  for (let i = 0; i < 100; i++) {
    noise.setAttribute('class', `n${i}`);
    await page.pass(1);
  }
  page.find('header').dataset.key = 'c2';
  await page.pass(300);
  const opened = page.readings.filter((reading) => reading.kind === 'activity' && reading.action === 'opened');
  expect(opened.at(-1)).toMatchObject({ conversation: { key: 'c2' } });
});

it('loses no message of a flood that is not walked, and each has its time', async () => {
  const page = await settledPage({ rows: [['在吗']] });
  const noise = document.createElement('div');
  document.body.append(noise);
  const said: [string, number][] = [];
  for (let flood = 0; flood < 5; flood++) {
    for (let i = 0; i < 1100; i++) noise.setAttribute('class', `n${i}`);
    said.push([`第 ${flood} 句`, page.now()]);
    page.find('.rows').append(page.draw(`第 ${flood} 句`));
    for (let i = 0; i < 1100; i++) noise.setAttribute('class', `m${i}`);
    await page.pass(500);
  }
  expect(
    page
      .rows()
      .slice(1)
      .map(({ text, seenAt }) => [text, seenAt]),
  ).toEqual(said);
});
