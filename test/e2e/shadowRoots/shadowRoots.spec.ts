import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { type ClosedRoot, overlay } from '../support/closedRoot';
import { startRecording } from '../support/consent';
import { forgetRecords, forgetTaught } from '../support/extensionState';
import { type LaunchedExtension, launchWithExtension } from '../support/launch';
import { openDashboard, openPopup } from '../support/pages';
import { pause } from '../support/playgroundPage';
import { takeScreenshot } from '../support/screenshots';
import { readTable } from '../support/store';
import { toleranceMs } from '../support/tolerance';
import './chatOnPage';

/**
 * Chats that live in a shadow root, open and closed, taught and recorded by the built extension. They are worked with
 * mouse and keys; what was said is what the page itself put up.
 */

let extension: LaunchedExtension;
let server: Server;
let url: string;

async function pageOf(name: string): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    logLevel: 'error',
  });
  const code = (bundle.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><style>body{margin:0}</style></head><body><div id="root"></div><script>${code}</script></body></html>`;
}

test.beforeAll(async () => {
  const pages = new Map([
    ['/openRoot', await pageOf('openRoot')],
    ['/closedRoot', await pageOf('closedRoot')],
  ]);
  server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  extension = await launchWithExtension();
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
  server?.close();
});

test.afterEach(async () => {
  await forgetTaught(extension.serviceWorker);
  for (const page of extension.context.pages().slice(1)) await page.close();
  await forgetRecords(extension.serviceWorker);
});

/** Adds the page on the dashboard, and confirms what was found on it. */
async function teach(page: Page): Promise<ClosedRoot> {
  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('button', { name: '选一个打开的标签页' }).click();
  await dashboard
    .getByRole('region', { name: '添加工作台' })
    .getByRole('row', { name: /Root/ })
    .getByRole('button')
    .click();
  await dashboard.getByText(/去 .* 那个标签页/).waitFor();
  await page.bringToFront();
  const seen = await overlay(page);
  await seen.find({ role: 'dialog', name: '教秒回认这个页面' }).waitFor();
  await expect
    .poll(() => seen.find({ role: 'table', name: '它这样读最后几条' }).text())
    .toMatch(/顾客 好的.*我 可以的/s);
  await takeScreenshot(page, `.output/shadow-${await page.title()}.png` as `.output/${string}.png`);
  await seen.button('就是这样,开始记录').click();
  await seen.find({ role: 'dialog' }).waitForGone();
  // One in the list has waited since before.
  await seen.waitForText('1 等待');
  await pause(1_200);
  return seen;
}

async function focusComposer(page: Page): Promise<void> {
  const { x, y, width, height } = await page.evaluate(() => window.chat.composerBox());
  await page.mouse.click(x + width / 2, y + height / 2);
}

async function reply(page: Page, text: string): Promise<void> {
  await focusComposer(page);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((wanted) => window.chat.said().some((one) => one.text === wanted), text);
}

async function stored() {
  const texts = new Map((await readTable(extension.serviceWorker, 'texts')).map((one) => [one.key, one.text]));
  return (await readTable(extension.serviceWorker, 'entries'))
    .filter((entry) => entry.author !== null && entry.history === false && entry.provisional !== true)
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map((entry) => ({ author: entry.author, text: texts.get(entry.key), at: Number(entry.at) }));
}

test('the shop of a taught page is asked for once, kept, renamed, and used by filter and export', async () => {
  test.setTimeout(90_000);
  const page = await extension.context.newPage();
  // High enough for the panel between the last message and the composer.
  await page.setViewportSize({ width: 1366, height: 1_100 });
  await page.goto(`${url}/closedRoot`);
  const seen = await teach(page);
  await page.evaluate(() => window.chat.customerSays('这个还有货吗'));
  await seen.waitForText('2 等待');
  await seen.button(/2 等待/).click();
  await seen.waitForText('这是哪家店?');
  await takeScreenshot(page, '.output/shop-overlay.png');

  const popup = await openPopup(extension);
  await popup.getByRole('textbox', { name: / 的店名$/ }).fill('山野集');
  await takeScreenshot(popup, '.output/shop-popup.png');
  await popup.getByRole('button', { name: '记下' }).click();
  await expect(popup.getByRole('textbox', { name: / 的店名$/ })).toHaveCount(0);
  await popup.getByText('山野集').first().waitFor();
  await popup.close();
  await page.bringToFront();
  await expect.poll(() => seen.text()).not.toContain('这是哪家店?');
  const shops = async () => (await readTable(extension.serviceWorker, 'conversations')).map(({ shop }) => shop);
  await expect.poll(shops).toEqual(['山野集', '山野集']);

  const dashboard = await openDashboard(extension, '#workbenches');
  await dashboard.getByRole('textbox', { name: /的店铺$/ }).fill('山野集户外');
  await expect.poll(shops).toEqual(['山野集户外', '山野集户外']);
  await dashboard.getByRole('table', { name: '打开着的' }).getByText('山野集户外').waitFor();
  // What comes now is under the new name, and no second conversation is made of it.
  await reply(page, '有的');
  await expect.poll(async () => (await stored()).length).toBe(2);
  expect(await shops()).toEqual(['山野集户外', '山野集户外']);
  await dashboard.goto(extension.pageUrl('dashboard.html#export'));
  const [file] = await Promise.all([
    dashboard.waitForEvent('download', (download) => /^miaohui-turns-.*\.csv$/.test(download.suggestedFilename())),
    dashboard.getByRole('button', { name: '导出', exact: true }).last().click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('山野集户外');
});

for (const name of ['openRoot', 'closedRoot']) {
  test(`taught and recorded, every message once and on time: ${name}`, async () => {
    test.setTimeout(90_000);
    const page = await extension.context.newPage();
    await page.goto(`${url}/${name}`);
    await page.waitForFunction(() => window.chat.composerBox() !== undefined);
    const seen = await teach(page);

    await page.evaluate(() => window.chat.customerSays('这个还有货吗'));
    await seen.waitForText('2 等待');
    await reply(page, '有的,今天发');
    await page.evaluate(() => window.chat.customerSays('好的'));
    await page.evaluate(() => window.chat.customerSays('那我拍两件'));
    await reply(page, '收到');
    const said = await page.evaluate(() => window.chat.said());
    expect(said).toHaveLength(5);
    await expect
      .poll(async () => (await stored()).map(({ author, text }) => `${author}: ${text}`))
      .toEqual(said.map(({ author, text }) => `${author}: ${text}`));
    await pause(400);
    const kept = await stored();
    expect(kept).toHaveLength(said.length);
    for (const [i, { at, text }] of said.entries())
      expect(Math.abs(Number(kept[i]?.at) - at), text).toBeLessThanOrEqual(toleranceMs());

    // A suggestion by its key, and a reply by the palette, both into the composer inside the root.
    await page.evaluate(() => window.chat.customerSays('什么时候发货'));
    await seen.waitForText('2 等待');
    await focusComposer(page);
    await expect
      .poll(async () => {
        await page.keyboard.press('Alt+Digit1');
        return page.evaluate(() => window.chat.composerText());
      })
      .not.toBe('');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type('/zs');
    await seen.find({ role: 'listbox', name: '快捷短语' }).waitFor();
    await seen.waitForText('早上好');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.chat.composerText())).toMatch(/^亲，早上好！[^/]*$/);
    expect(await page.evaluate(() => window.chat.said().length)).toBe(6);
    await seen.detach();
  });
}
