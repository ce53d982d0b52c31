import { readFileSync } from 'node:fs';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { startRecording } from './support/consent';
import { forgetRecords } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard, openPopup } from './support/pages';
import { pause } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { readTable } from './support/store';

/**
 * A page that buyers see too, at its documented address and in its documented frame. The browser is answered by the test
 * for that address; nothing of it leaves the machine.
 */

const OUTER = 'https://market.m.taobao.com/app/im/chat/index.html?uid=cntaobao&type=web';
const INNER = 'https://market.m.taobao.com/app/im/chat-core/index.html';

const fixture = readFileSync(new URL('../fixtures/taobao/history.html', import.meta.url), 'utf8');
const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>${body}</body></html>`;

let extension: LaunchedExtension;

test.beforeAll(async () => {
  extension = await launchWithExtension();
  await extension.context.route('https://market.m.taobao.com/**', (route) => {
    const isInner = route.request().url().includes('/chat-core/');
    const body = isInner ? fixture : `<iframe src="${INNER}" style="width:1200px;height:700px"></iframe>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: page(body) });
  });
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
});

test.afterEach(async () => {
  for (const one of extension.context.pages().slice(1)) await one.close();
  await forgetRecords(extension.serviceWorker);
});

async function openChat(): Promise<{ tab: Page; chat: Frame }> {
  const tab = await extension.context.newPage();
  await tab.goto(OUTER);
  await expect.poll(() => tab.frames().length).toBe(2);
  const chat = tab.frames()[1];
  if (chat === undefined) throw new Error('No chat.');
  return { tab, chat };
}

/** A row of the other side, as the documented page has them. */
async function customerSays(chat: Frame, text: string): Promise<void> {
  await chat.evaluate((said) => {
    const line = document.createElement('div');
    line.className = 'message-item-line';
    const time = new Date().toLocaleString('sv-SE');
    line.innerHTML = `<div class="message-item"><span class="nick">小鹿</span><span class="time">${time}</span><div class="content"><pre class="edit"></pre></div></div>`;
    const pre = line.querySelector('pre');
    if (pre !== null) pre.textContent = said;
    document.querySelector('.rc-scrollbars-view')?.append(line);
  }, text);
}

/** Everything that could hold something of the page, read past the extension's own code. */
async function expectNothingStored(): Promise<void> {
  for (const table of ['entries', 'texts', 'turns', 'conversations', 'rollups', 'shownSuggestions'])
    expect(await readTable(extension.serviceWorker, table), table).toEqual([]);
  const recorders = await readTable(extension.serviceWorker, 'recorders');
  expect(recorders.filter(({ problem }) => problem !== 'asksForSeller')).toEqual([]);
}

test('nothing of the page is kept before 我在这里是卖家; from then on it is recorded, until that is taken back', async () => {
  const { tab, chat } = await openChat();
  const popup = await openPopup(extension);
  const seller = popup.getByRole('button', { name: '我在这里是卖家' });
  await seller.waitFor();
  await takeScreenshot(popup, '.output/seller-question.png');
  await customerSays(chat, '问在回答之前');
  await pause(1_500);
  await expectNothingStored();
  expect(await tab.locator('body > *').count()).toBe(1);

  await seller.click();
  await popup.getByText('记录中').first().waitFor();
  await popup.close();
  await tab.bringToFront();
  await pause(1_500);
  await customerSays(chat, '问在回答之后');
  const live = async () => {
    const texts = new Map((await readTable(extension.serviceWorker, 'texts')).map(({ key, text }) => [key, text]));
    return (await readTable(extension.serviceWorker, 'entries'))
      .filter(({ history, author }) => history === false && author !== null)
      .sort((a, b) => Number(a.seq) - Number(b.seq))
      .map(({ key, uncertain }) => [texts.get(key), uncertain ? 'since before' : 'seen']);
  };
  // What stood there unanswered is read from the page now: a wait of unknown age.
  const recorded = [
    ['问在回答之前', 'since before'],
    ['问在回答之后', 'seen'],
  ];
  await expect.poll(live).toEqual(recorded);

  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('button', { name: '收回在 market.m.taobao.com 的回答' }).click();
  await expect
    .poll(async () => (await readTable(extension.serviceWorker, 'recorders')).filter((one) => one.endedAt === null))
    .toMatchObject([{ problem: 'asksForSeller' }]);
  await customerSays(chat, '问在收回之后');
  await pause(1_500);
  expect(await live()).toEqual(recorded);
});

test('a buyer is never recorded', async () => {
  const { chat } = await openChat();
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: '我是买家,不记录' }).click();
  await expect(popup.getByRole('button', { name: '我是买家,不记录' })).toHaveCount(0);
  await popup.close();
  await customerSays(chat, '我是来买东西的');
  await pause(1_500);
  await expectNothingStored();
  const reloaded = chat.page();
  await reloaded.reload();
  await pause(1_500);
  await expectNothingStored();
});
