import { expect, type Page, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { type ClosedRoot, overlay } from './support/closedRoot';
import { startRecording } from './support/consent';
import { activeTabUrl, badgeText, forgetRecords, writeBadgeText } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openPopup } from './support/pages';
import { openPlayground, type PlaygroundPage, pause } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { serviceWorkerRuns, stopServiceWorker } from './support/serviceWorker';

/** What the agent sees and presses: overlay, chips, popup and badge, on a page that must not notice any of it. */

let extension: LaunchedExtension;
let playground: Playground;
const complaints: string[] = [];
const requests: string[] = [];

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
  const { context, serviceWorker } = extension;
  serviceWorker.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('request', (request) => {
    if (!/^(chrome-extension|data|blob):/.test(request.url())) requests.push(request.url());
  });
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test.afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
  await forgetRecords(extension.serviceWorker);
  expect(complaints.splice(0)).toEqual([]);
});

/** A fresh shop with its overlay, and the first conversation open with a question in it. */
async function openShop(account: string): Promise<{ tab: PlaygroundPage; page: Page; seen: ClosedRoot }> {
  const tab = await openPlayground(extension, playground.url, { account, customers: '40', history: '12' });
  await tab.open('c1003');
  await tab.customerSays('c1003', '今天能发货吗');
  return { tab, page: tab.page, seen: await overlay(tab.page) };
}

async function setWaiting(page: Page, count: number): Promise<void> {
  await page.evaluate((wanted) => window.playground.setWaiting(wanted), count);
}

const badge = () => badgeText(extension.serviceWorker);

const pill = /^\d+ 等待/;

test('badge, overlay, chips and popup agree on how many wait, and nothing stands over what the agent needs', async () => {
  const { tab, page, seen } = await openShop('numbers');
  await seen.button(pill).click();
  await tab.reply('能的');
  for (const count of [0, 3, 9, 10, 40]) {
    await setWaiting(page, count);
    await expect.poll(badge).toBe(count === 0 ? '' : String(count));
    await seen.waitForText(count >= 10 ? `等待 ${count}` : `等待中 ${count}`);
    await expectClear(page, seen);
    await expect.poll(() => seen.find({ role: 'timer', name: / 已等$/ }).count()).toBe(await visibleWaiting(page));
    await takeScreenshot(page, `.output/e2e/overlay-${count}.png`);
    const popup = await openPopup(extension);
    await popup
      .getByText(count >= 10 ? `等待 ${count}` : `等待中${count}`)
      .first()
      .waitFor();
    await takeScreenshot(popup, `.output/e2e/popup-${count}.png`);
    await popup.close();
  }
  await page.setViewportSize({ width: 1920, height: 1080 });
  await pause(1_200);
  await expectClear(page, seen);
  await takeScreenshot(page, '.output/e2e/overlay-1920.png');
});

test('the badge is made anew when the worker starts', async () => {
  const { tab, page } = await openShop('badge');
  await expect.poll(badge).toBe('1');
  await writeBadgeText(extension.serviceWorker, '?');
  await stopServiceWorker(page);
  await tab.customerSays('c1004', '有人吗');
  await serviceWorkerRuns(extension.context);
  await expect.poll(badge).toBe('2');
});

test('digits change and nothing moves; folded and unfolded by press and Esc', async () => {
  const { page, seen } = await openShop('still');
  await setWaiting(page, 3);
  await seen.waitForText('3 等待');
  const folded = await seen.button(pill).box();
  const text = await seen.text();
  await expect.poll(() => seen.text()).not.toBe(text);
  expect(await seen.button(pill).box()).toEqual(folded);
  await seen.button(pill).click();
  const rows = () => Promise.all(['收起', '暂停', /^成交$/, /^广告$/].map((name) => seen.button(name).box()));
  const before = await rows();
  const words = await seen.text();
  await pause(1_100);
  expect(await rows()).toEqual(before);
  expect(await seen.text()).not.toBe(words);
  await page.keyboard.press('Escape');
  await seen.button(pill).waitFor();
  expect(await seen.button(pill).box()).toEqual(folded);
});

test('Alt+1 to Alt+3 and a press put a suggestion into the composer, and nothing sends it', async () => {
  const { page, seen } = await openShop('insert');
  const field = page.getByRole('textbox', { name: '回复内容' });
  const own = page.locator('.wb-row--own');
  const sent = await own.count();
  await seen.button(pill).click();
  const suggestion = seen.find({ role: 'button', name: /^Alt\+2 填入/ });
  const text = (await suggestion.name()).replace('Alt+2 填入:', '');
  await field.click();
  for (const key of ['Alt+Digit1', 'Alt+Digit2', 'Alt+Digit3']) {
    await page.keyboard.press(key);
    await expect(field).not.toHaveValue('');
    if (key === 'Alt+Digit2') await expect(field).toHaveValue(text);
    await field.fill('');
  }
  await suggestion.click();
  await expect(field).toHaveValue(text);
  await expect(field).toBeFocused();
  await field.fill('');

  const cdp = await extension.context.newCDPSession(page);
  await field.click();
  await cdp.send('Input.imeSetComposition', { text: 'fa huo', selectionStart: 6, selectionEnd: 6 });
  await page.keyboard.press('Alt+Digit1');
  await pause(200);
  await expect(field).toHaveValue('fa huo');
  await cdp.send('Input.insertText', { text: '发货' });
  await expect(field).toHaveValue('发货');
  expect(await own.count()).toBe(sent);
  await field.fill('');
});

test('去回复 brings the tab to the front and outlines the item; it opens nothing', async () => {
  const { tab, page } = await openShop('jump');
  await tab.customerSays('c1001', '什么材质的');
  await tab.customerSays('c1002', '多久到');
  await expect.poll(badge).toBe('3');
  await tab.reply('今天发');
  await expect.poll(badge).toBe('2');
  const popup = await openPopup(extension);
  const asked = requests.length;
  await popup.getByRole('button', { name: /^去回复/ }).click();
  await expect.poll(() => elementsOf(page, 'mh-outline')).toBe(1);
  expect(await activeTabUrl(extension.serviceWorker)).toBe(page.url());
  expect(await page.evaluate(() => window.playground.openId())).toBe('c1003');
  await takeScreenshot(page, '.output/e2e/outline.png');
  expect(requests.slice(asked)).toEqual([]);
  await expect.poll(() => elementsOf(page, 'mh-outline'), { timeout: 8_000 }).toBe(0);
});

test('广告 takes the customer out of all figures; 撤销 brings them back', async () => {
  const { page, seen } = await openShop('advertiser');
  await expect.poll(badge).not.toBe('');
  const before = await badge();
  await seen.button(pill).click();
  await seen.waitForText('本轮已等');
  await seen.button('广告').click();
  await expect.poll(badge).not.toBe(before);
  await expect.poll(async () => (await seen.text()).includes('本轮已等')).toBe(false);
  await seen.button('撤销').click();
  await expect.poll(badge).toBe(before);
  await seen.waitForText('本轮已等');
  await page.close();
});

test('下班: who writes then waits and is counted apart, in the popup as well; 上班 ends it', async () => {
  const { tab, seen } = await openShop('duty');
  await tab.reply('能的');
  await seen.button(pill).click();
  await seen.button('下班').click();
  await seen.waitForText('新来的轮次单独算');
  await tab.customerSays('c1001', '还有人吗');
  await expect.poll(badge).toBe('1');
  const popup = await openPopup(extension);
  const counts = popup.getByLabel('今日接待');
  await popup.getByText('下班后 1 轮').waitFor();
  await expect(counts).toContainText('接待人数1');
  await popup.getByRole('button', { name: '上班' }).last().click();
  await expect(popup.getByText('已下班')).toHaveCount(0);
  await tab.customerSays('c1002', '在吗');
  await expect(counts).toContainText('接待人数2');
  await popup.getByText('下班后 1 轮').waitFor();
});

test('it stays where it was dragged, folded or not, also after a reload', async () => {
  const { page, seen } = await openShop('drag');
  const start = await seen.button(pill).box();
  await page.mouse.move(start.x + 80, start.y + 18);
  await page.mouse.down();
  await page.mouse.move(700, 300, { steps: 5 });
  await page.mouse.move(560, 86, { steps: 5 });
  await page.mouse.up();
  const there = { ...start, x: 480, y: 68 };
  await expect.poll(() => seen.button(pill).box()).toEqual(there);
  await page.reload();
  await expect.poll(() => seen.button(pill).box()).toEqual(there);
  await seen.button(pill).click();
  await seen.button('收起').waitFor();
  await page.reload();
  await seen.button('收起').waitFor();
  await seen.button('收起').click();
  await seen.button(pill).waitFor();
});

test('the page sees one bare element on its body, and asks for nothing that the extension wants', async () => {
  const page = await extension.context.newPage();
  await page.addInitScript(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    new MutationObserver((records) => {
      for (const { target, type, addedNodes, attributeName } of records) {
        const inside = target instanceof Element && target.closest('.wb-app, .wb-mask, head') !== null;
        const added = [...addedNodes].filter(
          (node) => node instanceof Element && !/^(wb-|$)/.test(node.className) && node.tagName !== 'STYLE',
        );
        if (inside && added.length > 0) changes.push(`added to ${target.className}`);
        if (!inside && type === 'attributes') changes.push(`${attributeName} of ${target.nodeName}`);
      }
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(`${playground.url}?script=off&account=bare&shop=bare`);
  const seen = await overlay(page);
  await seen.button(pill).click();
  await page.evaluate(() => window.playground.setWaiting(3));
  await seen.waitForText('等待中');
  await page.evaluate(() => window.playground.open('c1001'));
  await pause(500);
  const found = await page.evaluate(() => ({
    changes: Reflect.get(window, 'changes') as unknown,
    children: [...document.body.children].map((child) => child.className || child.localName),
    attributes: [...document.body.children].at(-1)?.attributes.length,
    shadowRoot: [...document.body.children].at(-1)?.shadowRoot ?? null,
    html: document.documentElement.getAttributeNames(),
    names: Object.keys(window).filter((name) => /miaohui|wxt|webext/i.test(name)),
  }));
  expect(found).toEqual({
    changes: [],
    children: ['script', 'wb-app', 'div'],
    attributes: 0,
    shadowRoot: null,
    html: ['lang'],
    names: [],
  });
  expect(requests.filter((url) => !url.startsWith(playground.url))).toEqual([]);
});

test('pictures of a working hour, light and dark', async () => {
  const page = await extension.context.newPage();
  // Small enough for a page of documentation.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${playground.url}?agent=bot&speed=20&seed=7&customers=14&account=%E5%B0%8F%E6%BB%A1&shop=pictures`);
  await page.evaluate(() => window.playground.pause());
  const seen = await overlay(page);
  await seen.button(pill).click();
  // A list that has just loaded has to stand still once before its badges have certain times.
  await pause(3_000);
  await page.evaluate(() => window.playground.resume());
  await pause(9_000);
  await page.evaluate(() => window.playground.pause());
  await pause(700);
  const [open] = await page.evaluate(() => [window.playground.openId()]);
  await page.evaluate((id) => window.playground.customerSays(id ?? '', '今天拍的话什么时候发货呀'), open ?? '');
  await seen.waitForText('Alt+1');
  await pause(1_500);
  await both(page, 'overlay');
  const popup = await openPopup(extension);
  await popup.getByText('平均响应').first().waitFor();
  await pause(300);
  await both(popup, 'popup');
  await popup.close();
  await page.bringToFront();
  // One by one, as they come; many new items at once would be old ones that came into sight.
  for (let count = 10; count <= 40; count += 1) await setWaiting(page, count);
  await seen.waitForText(/等待 (39|4\d) /);
  await pause(1_200);
  await both(page, 'overlay-peak');
});

/** The light one goes into the documentation. */
async function both(page: Page, name: 'overlay' | 'overlay-peak' | 'popup'): Promise<void> {
  await takeScreenshot(page, `docs/images/${name}.png`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeScreenshot(page, `.output/e2e/${name}-dark.png`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The overlay keeps off composer, send button, last message and the open conversation's item. */
async function expectClear(page: Page, seen: ClosedRoot): Promise<void> {
  const ours = await seen.find({ role: 'region', name: '秒回悬浮窗' }).box();
  for (const selector of ['.wb-field', '.wb-send', '.wb-row:last-child', '.wb-conv--active']) {
    const box = await page.locator(selector).last().boundingBox();
    if (box === null) continue;
    const apart =
      ours.x >= box.x + box.width ||
      box.x >= ours.x + ours.width ||
      ours.y >= box.y + box.height ||
      box.y >= ours.y + ours.height;
    expect(apart, `${selector} is free`).toBe(true);
  }
}

/** How many items of the workbench's own list with a wait have their middle in sight. */
function visibleWaiting(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = document.querySelector('.wb-list')?.getBoundingClientRect();
    return [...document.querySelectorAll('.wb-conv-wait')].filter((wait) => {
      const box = wait.closest('.wb-conv')?.getBoundingClientRect();
      if (box === undefined || list === undefined) return false;
      const middle = box.top + box.height / 2;
      return middle >= list.top && middle <= list.bottom;
    }).length;
  });
}

/** How many elements of a class the closed roots hold. */
async function elementsOf(page: Page, className: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  try {
    await cdp.send('DOM.enable');
    const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    return nodes.filter(({ attributes = [] }) =>
      (attributes[attributes.indexOf('class') + 1] ?? '').split(' ').includes(className),
    ).length;
  } finally {
    await cdp.detach();
  }
}
