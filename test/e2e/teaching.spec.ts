import { expect, type Page, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { type ClosedRoot, overlay } from './support/closedRoot';
import { startRecording } from './support/consent';
import { forgetRecords, forgetTaught } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard, openPopup } from './support/pages';
import { onPlayground, openPlayground, pause, playgroundUrl, storedOf } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { readTable } from './support/store';

/** A page that nobody described is taught, by mouse and by keys; one whose markup changes is repaired. */

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

test.afterEach(async () => {
  await forgetTaught(extension.serviceWorker);
  for (const page of extension.context.pages().slice(1)) await page.close();
});

/** Opens a playground in a skin that no adapter fits, on which own rows stand where the customer's are expected. */
async function openMirrored(account: string, skin: string): Promise<Page> {
  await forgetRecords(extension.serviceWorker);
  const page = await extension.context.newPage();
  await page.goto(playgroundUrl(playground.url, { account, skin, mirrored: 'on', open: 'c1001', script: 'off' }));
  await page.waitForFunction(() => window.playground?.openId() === 'c1001');
  await countPageEvents(page);
  return page;
}

/** Notes what of mouse and keys reaches the page's own elements and document. */
async function countPageEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown']) {
      document.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as Element).tagName}`), true);
    }
  });
}

const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** The agent's last message before the customer's last, as a person sees it: by what it says. */
async function ownMessage(page: Page) {
  const truth = (await page.evaluate(() => window.playground.truth())).filter((one) => one.conversationId === 'c1001');
  const customers = truth.map((one) => one.author).lastIndexOf('customer');
  const message = truth
    .slice(0, customers)
    .filter((one) => one.author === 'agent')
    .at(-1);
  const box = await page
    .getByText(message?.text ?? '', { exact: true })
    .last()
    .boundingBox();
  if (message === undefined || box === null) throw new Error('No message of the agent.');
  return { text: message.text, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The table of the last messages: side and text of each. */
async function lastMessages(seen: ClosedRoot): Promise<string> {
  return seen.find({ role: 'table', name: '它这样读最后几条' }).text();
}

/** What the store holds of the taught page, by the conversation's name. */
async function taughtMessages(): Promise<string[]> {
  const texts = new Map((await readTable(extension.serviceWorker, 'texts')).map((one) => [one.key, one.text]));
  return (await readTable(extension.serviceWorker, 'entries'))
    .filter((entry) => entry.author !== null && entry.history === false)
    .filter((entry) => String(entry.conversationId).startsWith('own-'))
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map((entry) => `${String(entry.author)}: ${String(texts.get(entry.key))}`);
}

/** A page that was taught has been read once, and is still open. */
async function isRead(): Promise<boolean> {
  return (await readTable(extension.serviceWorker, 'recorders')).some(
    (one) => one.endedAt === null && one.listReadAt !== null && String(one.workbenchId).startsWith('own-'),
  );
}

/** What is said after teaching is recorded as it was taught. */
async function expectRecorded(page: Page): Promise<void> {
  const seen = await overlay(page);
  await seen.waitForText('0 等待');
  // What stands there when reading begins is history: the store has had the first reading of the taught page.
  await expect.poll(isRead).toBe(true);
  await pause(1_200);
  const tab = onPlayground(page);
  await tab.customerSays('c1001', '这个还有货吗');
  await page.getByText('这个还有货吗', { exact: true }).last().waitFor();
  await page.getByRole('textbox', { name: '回复内容' }).click();
  await page.keyboard.insertText('有的,今天发');
  await page.keyboard.press('Enter');
  await expect.poll(taughtMessages).toEqual(['customer: 这个还有货吗', 'agent: 有的,今天发']);
  await seen.detach();
}

test('a page with a wrong first guess is taught by mouse, from the dashboard', async () => {
  const page = await openMirrored('mouse', '2');
  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('button', { name: '选一个打开的标签页' }).click();
  const add = dashboard.getByRole('region', { name: '添加工作台' });
  await add
    .getByRole('row', { name: /127\.0\.0\.1/ })
    .getByRole('button')
    .click();
  await dashboard.getByText(/去 .* 那个标签页/).waitFor();
  await page.bringToFront();

  const seen = await overlay(page);
  const own = await ownMessage(page);
  await seen.find({ role: 'dialog', name: '教秒回认这个页面' }).waitFor();
  await expect.poll(() => lastMessages(seen)).toContain(`顾客 ${own.text}`);
  await takeScreenshot(page, '.output/teaching-first-guess.png');

  await seen.button('指给它看:我的消息').click();
  await seen.waitForText('点一条你发的消息');
  await page.mouse.move(own.x, own.y, { steps: 4 });
  await seen.waitForText(own.text);
  await takeScreenshot(page, '.output/teaching-pointing.png');
  const before = await heardBy(page);
  await page.mouse.click(own.x, own.y);
  await expect.poll(() => lastMessages(seen)).toContain(`我 ${own.text}`);
  expect(await heardBy(page)).toEqual(before);
  await takeScreenshot(page, '.output/teaching-corrected.png');

  await seen.button('就是这样,开始记录').click();
  await seen.find({ role: 'dialog' }).waitForGone();
  await seen.detach();
  await expectRecorded(page);

  await dashboard.bringToFront();
  const row = dashboard.getByRole('region', { name: '我教的' }).getByRole('row', { name: /127\.0\.0\.1/ });
  const [file] = await Promise.all([
    dashboard.waitForEvent('download'),
    row.getByRole('button', { name: /^导出/ }).click(),
  ]);
  const text = await (await file.createReadStream()).toArray();
  const taught = JSON.parse(Buffer.concat(text).toString());
  expect(taught).toMatchObject({ kind: 'miaohui-adapter', repairs: null });
  await row.getByRole('button', { name: /^删除/ }).click();
  await expect(row).toHaveCount(0);

  const take = (content: unknown) =>
    dashboard
      .getByLabel('从文件导入')
      .first()
      .setInputFiles({
        name: 'one.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      });
  await take({
    ...taught,
    adapter: { ...taught.adapter, transcript: { ...taught.adapter.transcript, list: ['div:has('] } },
  });
  await dashboard.getByText(/adapter\.transcript\.list/).waitFor();
  await take({ ...taught, script: 'alert(1)' });
  await expect(row).toHaveCount(0);
  await take(taught);
  await row.waitFor();
  await row.getByRole('button', { name: /^删除/ }).click();
  await expect(row).toHaveCount(0);
});

test('the same by the keyboard alone, from the popup', async () => {
  test.setTimeout(90_000);
  const page = await openMirrored('keys', '3');
  const popup = await openPopup(extension);
  const teach = popup.getByRole('button', { name: '教它认' });
  await teach.waitFor({ timeout: 20_000 });
  await teach.focus();
  await Promise.all([popup.waitForEvent('close'), popup.keyboard.press('Enter')]);
  await page.bringToFront();

  const seen = await overlay(page);
  await seen.find({ role: 'dialog', name: '教秒回认这个页面' }).waitFor();
  const own = await ownMessage(page);
  await expect.poll(() => lastMessages(seen)).toContain(`顾客 ${own.text}`);

  // Tab to 指给它看 of 我的消息: 取消 stands first, then one button for each part.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await seen.waitForText('点一条你发的消息');
  // Esc leaves without a choice, and the focus is back where it was.
  await page.keyboard.press('Escape');
  await seen.waitForText('它这样读最后几条');
  await page.keyboard.press('Enter');
  await seen.waitForText('点一条你发的消息');

  // It begins at the last message that it takes for one's own, which is the customer's.
  const before = await heardBy(page);
  for (let i = 0; i < 12 && !(await seen.find({ role: 'status' }).text()).includes(own.text); i++) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => lastMessages(seen)).toContain(`我 ${own.text}`);
  expect((await heardBy(page)).filter((event) => !event.startsWith('keydown DIV'))).toEqual(
    before.filter((event) => !event.startsWith('keydown DIV')),
  );

  // The focus is back at 指给它看 of 我的消息; 就是这样 stands behind the three parts below.
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await seen.find({ role: 'dialog' }).waitForGone();
  await seen.detach();
  await expectRecorded(page);
});

test('markup that changes under the running extension: not reading, repaired, nothing lost', async () => {
  test.setTimeout(120_000);
  await forgetRecords(extension.serviceWorker);
  const account = 'repair';
  const tab = await openPlayground(extension, playground.url, { account });
  const { page } = tab;
  const seen = await overlay(page);
  await tab.open('c1001');
  await tab.says('c1001', 'auto', '您好,欢迎光临,请问有什么可以帮您');
  await tab.customerSays('c1001', '改版之前的问题');
  await tab.reply('改版之前的回答');
  await expect.poll(async () => (await storedOf(extension, account)).length).toBe(3);

  const released = Date.now();
  await page.evaluate(() => window.playground.release());
  await tab.customerSays('c1001', '改版时问的');
  await tab.customerSays('c1002', '没打开的会话里问的');
  await tab.says('c1001', 'auto', '您好,欢迎光临,请问有什么可以帮您');
  await seen.waitForText('没在记录').catch(() => seen.waitForText('没在记录'));
  const gaps = (await readTable(extension.serviceWorker, 'gaps')).filter((gap) => gap.kind === 'notReading');
  expect(gaps).toHaveLength(1);
  // From the last good moment on, not from when it was sure.
  expect(Number(gaps[0]?.from) - released).toBeLessThan(2_500);

  await seen.button(/没在记录/).click();
  await seen.waitForText('没在记录:');
  await seen.button('点这里重新识别').click();
  await seen.find({ role: 'dialog', name: '重新认这个页面' }).waitFor();
  await expect.poll(() => lastMessages(seen)).toContain('顾客 改版时问的');
  expect(await lastMessages(seen)).toContain('自动 您好,欢迎光临');
  await seen.waitForText(/改了 \d+ 处/);
  await takeScreenshot(page, '.output/teaching-repair.png');
  await seen.button('就是这样,接着记录').click();
  await seen.find({ role: 'dialog' }).waitForGone();

  await expect
    .poll(
      async () => (await storedOf(extension, account)).filter((one) => one.key === 'c1001').map(({ text }) => text),
      {
        timeout: 15_000,
      },
    )
    .toContain('改版时问的');
  await page.evaluate(() => window.playground.open('c1002'));
  await expect
    .poll(async () => (await storedOf(extension, account)).map(({ text }) => text))
    .toContain('没打开的会话里问的');
  await page.evaluate(() => window.playground.open('c1001'));
  await pause(400);
  await tab.customerSays('c1001', '改版之后的问题');
  await page.getByText('改版之后的问题', { exact: true }).last().waitFor();
  await page.getByRole('textbox', { name: '回复内容' }).click();
  await page.keyboard.insertText('改版之后的回答');
  await page.keyboard.press('Enter');
  await page.getByText('改版之后的回答', { exact: true }).last().waitFor();

  // Every message once, in order, by the right author, under the key that its conversation had before.
  const authors = { customer: 'customer', agent: 'agent', auto: 'auto' } as Record<string, string>;
  const truth = (await tab.truth()).filter((one) => !one.history && one.author in authors);
  for (const key of ['c1001', 'c1002']) {
    const told = truth.filter((one) => one.conversationId === key).map((one) => `${authors[one.author]}: ${one.text}`);
    await expect
      .poll(async () =>
        (await storedOf(extension, account))
          .filter((one) => one.key === key)
          .map((one) => `${one.author}: ${one.text}`),
      )
      .toEqual(told);
  }
  await seen.detach();

  const dashboard = await openDashboard(extension, '#workbenches');
  const row = dashboard.getByRole('region', { name: '我教的' }).getByRole('row', { name: /演练场 · 重新认过/ });
  await row.getByRole('button', { name: '删除 演练场' }).click();
  await expect(row).toHaveCount(0);
});
