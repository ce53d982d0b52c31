import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { overlay } from './support/closedRoot';
import { startRecording } from './support/consent';
import { badgeText, forgetRecords, reloadExtension } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openPopup } from './support/pages';
import { expectTruth, onPlayground, openPlayground, pause, playgroundUrl, storedOf } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { readTable } from './support/store';

/** Everything but ordinary work: what is not recorded is said, and what was recorded survives. */

let extension: LaunchedExtension;
let playground: Playground;

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test.afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
});

/** Recording is on, and nothing is recorded yet. */
async function startAnew(): Promise<void> {
  await startRecording(extension);
  await forgetRecords(extension.serviceWorker);
}

const badge = () => badgeText(extension.serviceWorker);

test('nothing is recorded before 开始记录; paused and resumed', async () => {
  const account = 'consent';
  const page = await extension.context.newPage();
  await page.goto(playgroundUrl(playground.url, { account }));
  const seen = await overlay(page);
  await seen.waitForText('还没开始记录');
  const tab = onPlayground(page);
  await tab.open('c1001');
  await tab.customerSays('c1001', '在吗');
  await tab.reply('在的');
  await pause(500);
  for (const table of ['entries', 'texts', 'turns', 'conversations', 'recorders', 'gaps']) {
    expect(await readTable(extension.serviceWorker, table), table).toEqual([]);
  }

  await startRecording(extension);
  await seen.waitForText('0 等待');
  await pause(1_200);
  await tab.customerSays('c1001', '多少钱');
  await expect.poll(badge).toBe('1');
  expect((await storedOf(extension, account)).map((one) => one.text)).toEqual(['多少钱']);

  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: '暂停' }).click();
  await popup.getByText('已暂停').first().waitFor();
  await expect.poll(badge).toBe('‖');
  await seen.waitForText('已暂停');
  await tab.customerSays('c1001', '人呢');
  await pause(500);
  expect((await storedOf(extension, account)).map((one) => one.text)).toEqual(['多少钱']);
  await popup.getByRole('button', { name: '继续记录' }).first().click();
  await popup.getByText('记录中').first().waitFor();
  await expect.poll(badge).toBe('1');
  await popup.close();
  await expect
    .poll(async () => (await readTable(extension.serviceWorker, 'gaps')).filter((gap) => gap.kind === 'paused'))
    .toMatchObject([{ to: expect.any(Number) }]);
  await tab.reply('在的,九十九');
  await expect
    .poll(async () => (await storedOf(extension, account)).map((one) => one.text))
    .toEqual(['多少钱', '人呢', '在的,九十九']);
  const turns = (await readTable(extension.serviceWorker, 'turns')).filter((turn) => turn.account === account);
  expect(turns).toMatchObject([{ state: 'answered', incoming: 2 }]);
});

for (const [name, breakPage, problem] of [
  ['logged in elsewhere', (page: Page) => page.evaluate(() => window.playground.loggedInElsewhere()), '账号在别处登录'],
  ['disconnected', (page: Page) => page.evaluate(() => window.playground.disconnect()), '客服工作台断线了'],
  [
    'the list is gone',
    (page: Page) => page.evaluate(() => document.querySelector('.wb-list')?.classList.replace('wb-list', 'renamed')),
    '聊天列表找不到了',
  ],
] as const) {
  test(`not recording is said: ${name}`, async () => {
    await startAnew();
    const tab = await openPlayground(extension, playground.url, { account: problem });
    const seen = await overlay(tab.page);
    await seen.waitForText('0 等待');
    await breakPage(tab.page);
    await expect.poll(() => seen.text(), { timeout: 15_000 }).toContain('没在记录');
    await expect.poll(badge).toBe('!');
    await seen.button(/没在记录/).click();
    await seen.waitForText(`没在记录:${problem}`);
    const popup = await openPopup(extension);
    await popup.getByText(`没在记录——${problem}`).waitFor();
    await popup.close();
  });
}

test('a granted page that is no workbench: the popup says so', async () => {
  test.setTimeout(40_000);
  await startAnew();
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>a page</p>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const page = await extension.context.newPage();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  // A page that draws itself late is given its time before it is called unknown.
  await expect
    .poll(async () => (await readTable(extension.serviceWorker, 'recorders')).map((one) => one.problem), {
      timeout: 25_000,
      intervals: [500],
    })
    .toEqual(['noAdapter']);
  const popup = await openPopup(extension);
  await popup.getByText('这个页面还认不出来').waitFor();
  await page.close();
  await expect
    .poll(async () => (await readTable(extension.serviceWorker, 'recorders')).map((one) => one.endedAt))
    .toEqual([expect.any(Number)]);
  await popup.reload();
  await popup.getByText('没有打开的工作台').waitFor();
  server.close();
});

test('two customers of one name are told apart by nobody: neither is recorded as the other', async () => {
  await startAnew();
  const account = 'twins';
  const tab = await openPlayground(extension, playground.url, { account, keys: 'name', twins: 'on' });
  const names = await tab.page.evaluate(() => window.playground.conversations().map(({ name }) => name));
  const [twin = ''] = names.filter((name, index) => names.indexOf(name) !== index);
  expect(twin).not.toBe('');
  await tab.customerSays('c1001', '第一位');
  await tab.customerSays('c1002', '第二位');
  await tab.customerSays('c1003', '第三位');
  await expect.poll(badge).toBe('1');
  await pause(300);
  expect((await storedOf(extension, account)).map((one) => one.key)).not.toContain(twin);
});

test('a malformed message is refused and costs nothing that is well formed', async () => {
  await startAnew();
  const account = 'malformed';
  const tab = await openPlayground(extension, playground.url, { account });
  await tab.open('c1001');
  await tab.customerSays('c1001', '在吗');
  const popup = await openPopup(extension);
  const answers = await popup.evaluate(async () => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as {
      runtime: { sendMessage(data: unknown): Promise<unknown> };
    };
    const recorder = { id: 'stranger', workbenchId: 'playground', origin: 'http://x', account: null, shop: null };
    const readings = [{ kind: 'transcript', readAt: 'now', rows: 'none' }, { kind: 'nothing' }];
    const bodies: [string, unknown][] = [
      ['recordReadings', null],
      ['recordReadings', { recorder: 7, readings: [] }],
      ['recordReadings', { recorder, readings }],
      ['hello', { recorder: { id: 5 } }],
      ['setPaused', { paused: 'yes' }],
      ['markConversation', { conversationId: 3, kind: 'friend', on: 1 }],
      ['deleteHistory', { before: 'always' }],
    ];
    return Promise.all(
      bodies.map(([type, data], id) =>
        runtime.sendMessage({ id, type, data, timestamp: Date.now() }).then(
          (answer) => JSON.stringify(answer ?? null),
          (error: unknown) => String(error),
        ),
      ),
    );
  });
  expect(answers).toHaveLength(7);
  await popup.close();
  await tab.reply('在的');
  await expectTruth(extension, account, [tab]);
  expect(await readTable(extension.serviceWorker, 'recorders')).not.toContainEqual(
    expect.objectContaining({ id: 'stranger', openConversationId: expect.any(String) }),
  );
});

test('an update of the extension loses nothing, and its old overlay goes', async () => {
  await startAnew();
  const account = 'update';
  const tab = await openPlayground(extension, playground.url, { account });
  await tab.open('c1001');
  await tab.customerSays('c1001', '在吗');
  await tab.reply('在的');
  await expectTruth(extension, account, [tab]);
  await reloadExtension(extension);
  await expect.poll(() => tab.page.evaluate(() => document.body.childElementCount)).toBe(3);
  const seen = await overlay(tab.page);
  await seen.waitForText('0 等待');
  await pause(1_500);
  expect(await tab.page.evaluate(() => document.body.childElementCount)).toBe(3);
  await tab.customerSays('c1001', '几天到');
  await tab.reply('三天');
  await expectTruth(extension, account, [tab]);
});

test('a killed browser keeps what was acknowledged', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'miaohui-killed-'));
  try {
    const account = 'killed';
    const first = await launchWithExtension({ userDataDir });
    await startRecording(first);
    const tab = await openPlayground(first, playground.url, { account });
    await tab.open('c1001');
    await tab.customerSays('c1001', '在吗', '有货吗');
    await tab.reply('有的');
    await expectTruth(first, account, [tab]);
    const before = await storedOf(first, account);
    const cdp = await first.context.browser()?.newBrowserCDPSession();
    const { processInfo = [] } = (await cdp?.send('SystemInfo.getProcessInfo')) ?? {};
    const closed = new Promise<void>((resolve) => first.context.once('close', () => resolve()));
    for (const { id, type } of processInfo) if (type === 'browser') process.kill(id, 'SIGKILL');
    await closed;
    const second = await launchWithExtension({ userDataDir });
    expect(await storedOf(second, account)).toEqual(before);
    await second.close();
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('storage that cannot be opened: the popup is one red block, the overlay says that nothing is recorded', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'miaohui-broken-'));
  try {
    const before = await launchWithExtension({ userDataDir });
    await startRecording(before);
    await before.close();
    const folder = join(userDataDir, 'Default', 'IndexedDB');
    for (const name of await readdir(folder)) {
      await rm(join(folder, name), { recursive: true });
      // A file where the browser wants its folder.
      await writeFile(join(folder, name), '');
    }
    const own = await launchWithExtension({ userDataDir });
    const popup = await openPopup(own);
    await popup.getByRole('alert').getByText('存不进去了:没在记录').waitFor();
    expect(await popup.getByText('平均响应').count()).toBe(0);
    await takeScreenshot(popup, '.output/e2e/popup-broken.png');
    await popup.close();
    const page = await own.context.newPage();
    await page.goto(playgroundUrl(playground.url, { account: 'broken' }));
    const seen = await overlay(page);
    await expect.poll(() => seen.text(), { timeout: 15_000 }).toContain('没在记录');
    await own.close();
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
