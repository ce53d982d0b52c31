import { expect, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { startRecording } from './support/consent';
import { forgetRecords } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { onPlayground, pause, playgroundUrl } from './support/playgroundPage';
import { readTable } from './support/store';
import { toleranceMs } from './support/tolerance';

/** A shop in a rush, opened in the middle of it: the list never stands still, and half of those who wait have just come. */

const CUSTOMERS = 40;
/** Customers who write before the page is opened, and then one every so often, ms. */
const BEFORE = 12;
const EVERY_MS = 350;
const WATCHED_MS = 9_000;

let extension: LaunchedExtension;
let playground: Playground;

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test('waits that begin in the first ten seconds are timed where the clock of the workbench proves them', async () => {
  await forgetRecords(extension.serviceWorker);
  const switches = { account: 'rush', customers: String(CUSTOMERS), history: '2' };
  const url = playgroundUrl(playground.url, switches);
  const say = async (number: number, text: string) => {
    const command = { op: 'append', conversationId: `c${1000 + number}`, author: 'customer', text };
    const { ok } = await fetch(url.replace('/?', '/command?'), { method: 'POST', body: JSON.stringify(command) });
    expect(ok).toBe(true);
  };
  for (let i = 1; i <= BEFORE; i++) await say(i, `之前 ${i}`);
  await pause(4_000);
  const page = await extension.context.newPage();
  await page.goto(url);
  await page.locator('.wb-conv').first().waitFor();
  const until = Date.now() + WATCHED_MS;
  let next = BEFORE;
  while (Date.now() < until && next < CUSTOMERS) {
    next++;
    await say(next, `现在 ${next}`);
    await pause(EVERY_MS);
  }
  await pause(800);
  const truth = await onPlayground(page).truth();
  const shownAt = new Map(
    truth
      .filter(({ history }) => !history)
      .map(({ conversationId, appeared }) => [conversationId, Math.min(...appeared.map(({ at }) => at))]),
  );
  const waits = (await readTable(extension.serviceWorker, 'entries'))
    .filter(({ history, author }) => history === false && author === 'customer')
    .map(({ conversationId, uncertain, at }) => {
      const key = String(conversationId).split('|').at(-1) ?? '';
      return { key, late: Number(key.slice(1)) > 1000 + BEFORE, uncertain: uncertain === true, at: Number(at) };
    });
  const before = waits.filter(({ late }) => !late);
  const during = waits.filter(({ late }) => late);
  expect(before).toHaveLength(BEFORE);
  expect(during).toHaveLength(next - BEFORE);
  // Nothing that was there before is believed to have come just now.
  expect(before.filter(({ uncertain }) => !uncertain)).toEqual([]);
  const timed = during.filter(({ uncertain }) => !uncertain);
  test.info().annotations.push({ type: 'timed', description: `${timed.length} of ${during.length}` });
  console.log(`Timed ${timed.length} of ${during.length} waits that began in the first ${WATCHED_MS / 1000} s.`);
  for (const { key, at } of timed)
    expect(Math.abs(at - (shownAt.get(key) ?? 0)), key).toBeLessThanOrEqual(toleranceMs());
  // Those of the first three seconds may be what the page fetches.
  expect(timed.length / during.length).toBeGreaterThan(0.55);
});
