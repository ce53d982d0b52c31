import { expect, type Frame, type Page, test } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import { type Playground, startPlayground } from '../playground/server';
import { overlay, overlayIn } from './support/closedRoot';
import { startRecording } from './support/consent';
import { forgetRecords, forgetTaught, pressCommand } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard, openPopup } from './support/pages';
import {
  expectTruth,
  onPlayground,
  type PlaygroundPage,
  pause,
  playgroundUrl,
  recording,
} from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { readTable } from './support/store';

/** Inside a page of the extension. */
declare const chrome: typeof Browser;

/**
 * A workbench in a frame of another page: recorded once, pill and panel in the page around it, chips at its own list,
 * palette at its own composer.
 */

const STRANGER = 'outer.test';

let extension: LaunchedExtension;
let playground: Playground;

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension({ strangers: [STRANGER] });
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test.afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
  await forgetRecords(extension.serviceWorker);
});

/** Address of a page at a host that shows another one in a frame. */
function around(host: string, src: string): string {
  const url = new URL(playground.url);
  return `http://${host}:${url.port}/around?${new URLSearchParams({ src })}`;
}

async function workbenchFrame(page: Page): Promise<Frame> {
  const find = () =>
    page.frames().find((frame) => frame.url().includes('script=off') && !frame.url().includes('/around'));
  await expect.poll(() => find()?.url() ?? null).not.toBeNull();
  const frame = find();
  if (frame === undefined) throw new Error('No workbench in a frame.');
  return frame;
}

async function openInFrame(url: string, account: string): Promise<PlaygroundPage & { frame: Frame }> {
  const page = await extension.context.newPage();
  await page.goto(url);
  await recording(extension, account, 1);
  await pause(1_100);
  const frame = await workbenchFrame(page);
  return { ...onPlayground(page, 120, frame), frame };
}

const pill = { role: 'button', name: /\d+ 等待/ } as const;

const nestings: [name: string, url: (inner: string) => string][] = [
  ['of its own origin', (inner) => around('127.0.0.1', inner)],
  ['of another origin', (inner) => around('localhost', inner)],
  ['in a frame of another origin in a frame', (inner) => around('127.0.0.1', around('localhost', inner))],
];

for (const [index, [name, nest]] of nestings.entries()) {
  test(`recorded once, the overlay in the page around it: ${name}`, async () => {
    const account = `frame${index}`;
    const tab = await openInFrame(nest(playgroundUrl(playground.url, { account })), account);
    const { page, frame } = tab;
    const top = await overlay(page);
    const inner = await overlayIn(page, frame);
    await top.find(pill).waitFor();
    expect(await top.find(pill).count()).toBe(1);
    expect(await inner.find(pill).count()).toBe(0);

    await tab.open('c1001');
    await tab.customerSays('c1002', '这款还有黑色吗');
    await tab.customerSays('c1001', '能发顺丰吗');
    await top.waitForText('2 等待');
    // The chips stand at the items of the list, in the frame.
    await expect.poll(() => inner.find({ role: 'timer' }).count()).toBe(2);
    expect(await top.find({ role: 'timer', name: /^等待/ }).count()).toBe(0);

    // Nothing of the pill, wherever it is dragged to, lies over the composer.
    const field = frame.getByRole('textbox', { name: '回复内容' });
    const composer = await boxOf(field);
    const from = await top.find(pill).box();
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(composer.x + composer.width / 2, composer.y + composer.height / 2, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => overlap(await top.find(pill).box(), await boxOf(field))).toBe(0);
    const put = await top.find(pill).box();
    expect(Math.abs(put.y - composer.y)).toBeLessThan(200);

    // Unfolded by a press, folded by Esc, which is typed into the frame.
    await field.click();
    await top.find(pill).click();
    await top.button(/^Alt\+1 填入/).waitFor();
    await takeScreenshot(page, `.output/frame-${index}.png`);
    expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Escape');
    await top.button(/^Alt\+1 填入/).waitForGone();

    // Alt+1 in the frame, and a press in the page around it.
    await page.keyboard.press('Alt+Digit1');
    await expect(field).not.toHaveValue('');
    await field.fill('');
    await top.find(pill).click();
    await top.button(/^Alt\+2 填入/).click();
    await expect(field).not.toHaveValue('');
    await field.fill('');

    // The palette stays at the composer, in the frame.
    const palette = { role: 'listbox', name: '快捷短语' } as const;
    await field.click();
    await page.keyboard.type('/zs');
    await inner.find(palette).waitFor();
    expect(await top.find(palette).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(/^亲，早上好！[^/]*$/);
    await field.fill('');

    // Alt+J outlines the longest wait where it stands.
    await pressCommand(extension.serviceWorker, 'nextWaiting');
    await expect.poll(() => inner.countOf('mh-outline')).toBe(1);
    // Around the item, not over it.
    expect(await inner.styleOf('mh-outline', 'background-color')).toBe('rgba(0, 0, 0, 0)');
    await takeScreenshot(page, `.output/frame-${index}-jump.png`);

    await tab.reply('可以的');
    await tab.open('c1002');
    await tab.reply('有的');
    await top.waitForText('没人在等');
    await expectTruth(extension, account, [tab]);
    expect((await readTable(extension.serviceWorker, 'recorders')).filter((one) => one.endedAt === null)).toHaveLength(
      1,
    );
  });
}

test('a frame that appears later, moves and goes', async () => {
  const account = 'later';
  const page = await extension.context.newPage();
  await page.goto(around('localhost', 'about:blank'));
  const top = await overlay(page);
  await pause(500);
  expect(await top.text()).toBe('');
  await page.evaluate(
    (src) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.chat');
      if (frame !== null) frame.src = src;
    },
    playgroundUrl(playground.url, { account }),
  );
  await recording(extension, account, 1);
  await top.find(pill).waitFor();
  const frame = await workbenchFrame(page);
  const tab = onPlayground(page, 120, frame);
  await tab.open('c1001');
  const field = frame.getByRole('textbox', { name: '回复内容' });

  // A frame in front of it takes its index, and the page moves it to where the pill stands.
  await page.evaluate(() => {
    document.body.prepend(document.createElement('iframe'));
    const chat = document.querySelector<HTMLElement>('iframe.chat');
    if (chat !== null) Object.assign(chat.style, { left: '0', top: '300px', width: '100%', height: '468px' });
  });
  await expect.poll(async () => overlap(await top.find(pill).box(), await boxOf(field)), { timeout: 8_000 }).toBe(0);

  await page.evaluate(() => document.querySelector('iframe.chat')?.remove());
  await top.find(pill).waitForGone();
  expect(await top.text()).toBe('');
});

test('a chat in a frame of another origin is taught in that frame, and recorded there', async () => {
  test.setTimeout(90_000);
  const inner = playgroundUrl(playground.url, { account: 'taught', skin: '2', open: 'c1001' });
  const page = await extension.context.newPage();
  await page.goto(around('localhost', inner));
  const frame = await workbenchFrame(page);
  await frame.waitForFunction(() => window.playground?.openId() === 'c1001');
  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('button', { name: '选一个打开的标签页' }).click();
  await dashboard
    .getByRole('region', { name: '添加工作台' })
    .getByRole('row', { name: /localhost/ })
    .getByRole('button')
    .click();
  await dashboard.getByText(/去 .* 那个标签页/).waitFor();
  await page.bringToFront();
  const seen = await overlayIn(page, frame);
  await seen.find({ role: 'dialog', name: '教秒回认这个页面' }).waitFor();
  await takeScreenshot(page, '.output/frame-teaching.png');
  await seen.button('就是这样,开始记录').click();
  await seen.find({ role: 'dialog' }).waitForGone();
  const top = await overlay(page);
  await top.find(pill).waitFor();
  expect(await seen.find(pill).count()).toBe(0);
  await pause(1_200);
  await frame.evaluate(() => window.playground.customerSays('c1001', '这个还有货吗'));
  await top.waitForText('1 等待');
  await forgetTaught(extension.serviceWorker);
});

test('a frame that fills the page and was not allowed is what the popup asks for', async () => {
  const page = await extension.context.newPage();
  const inner = playgroundUrl(playground.url, { account: 'ask' }).replace('127.0.0.1', STRANGER);
  await page.goto(around('127.0.0.1', inner));
  const popup = await extension.context.newPage();
  // As over the page: a popup in a tab of its own would ask for itself.
  await popup.addInitScript(() => {
    const { query } = chrome.tabs;
    Object.assign(chrome.tabs, {
      query: async (what: object) => query('active' in what ? { url: 'http://127.0.0.1/*' } : what),
    });
  });
  await popup.goto(extension.pageUrl('popup.html'));
  await popup.getByText(new RegExp(STRANGER)).first().waitFor();
  expect((await readTable(extension.serviceWorker, 'recorders')).filter((one) => one.problem === null)).toEqual([]);
});

test('a frame that fills the page and was not allowed is what the dashboard asks for, by a click of its own', async () => {
  const page = await extension.context.newPage();
  const inner = playgroundUrl(playground.url, { account: 'ask' }).replace('127.0.0.1', STRANGER);
  await page.goto(around('127.0.0.1', inner));
  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('button', { name: '选一个打开的标签页' }).click();
  const add = dashboard.getByRole('region', { name: '添加工作台' });
  await add
    .getByRole('row', { name: /127\.0\.0\.1/ })
    .getByRole('button')
    .click();
  await expect(add.getByRole('status')).toContainText(`聊天多半在那里面:还要允许它,现在没有记录`);
  await expect(add.getByRole('button', { name: new RegExp(`^允许 ${STRANGER}:\\d+ 并记录$`) })).toBeVisible();
  await takeScreenshot(dashboard, '.output/frame-asked.png');
  expect((await readTable(extension.serviceWorker, 'recorders')).filter((one) => one.problem === null)).toEqual([]);
});

test('a page that is there later than its frame takes the overlay over', async () => {
  const page = await extension.context.newPage();
  const inner = playgroundUrl(playground.url, { account: 'slow' });
  await page.goto(`${around('localhost', inner)}&slow`, { waitUntil: 'commit' });
  await recording(extension, 'slow', 1);
  const frame = await workbenchFrame(page);
  const seen = await overlayIn(page, frame);
  await seen.find(pill).waitFor();
  await page.waitForLoadState('load');
  await (await overlay(page)).find(pill).waitFor();
  await seen.find(pill).waitForGone();
});

test('a page around it that was not allowed is not touched: the overlay stands in the frame', async () => {
  const account = 'stranger';
  const tab = await openInFrame(around(STRANGER, playgroundUrl(playground.url, { account })), account);
  const { page, frame } = tab;
  const inner = await overlayIn(page, frame);
  await inner.find(pill).waitFor();
  expect(await (await overlay(page)).text()).toBe('');
  expect(await page.locator('body > *').count()).toBe(3);
  await tab.open('c1001');
  await tab.customerSays('c1001', '在吗');
  await inner.waitForText('1 等待');
  await tab.reply('在的');
  await expectTruth(extension, account, [tab]);
  // It hears of a pause as every other workbench does.
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: '暂停' }).click();
  await inner.waitForText('已暂停');
  await popup.getByRole('button', { name: '继续记录' }).first().click();
  await expect.poll(() => inner.text()).not.toContain('已暂停');
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(locator: { boundingBox(): Promise<Box | null> }): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return box;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? Math.round(width * height) : 0;
}
