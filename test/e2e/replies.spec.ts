import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { encodeGb18030 } from '@/lib/quickReplies/encodeGb18030';
import { writeWorkbook } from '@/lib/quickReplies/replyWorkbook';
import { type Playground, startPlayground } from '../playground/server';
import { startRecording } from './support/consent';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard } from './support/pages';
import { openPlayground } from './support/playgroundPage';
import { readTable, type StoredRecord } from './support/store';

/** The library through the dashboard: files in and out through the browser's own engines, and what is typed often. */

const TYPED = '这款是加厚加绒的,零下十度也暖和';

let extension: LaunchedExtension;
let playground: Playground;
let dashboard: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
  await startRecording(extension);
  dashboard = await openDashboard(extension, '#replies');
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test('a GBK file with a bad row is shown, taken in and taken back', async () => {
  const before = await library();
  await part('导入导出');
  const csv = '快捷编码,快捷短语,分组\r\nqn1,"亲,满 300 减 30😊",活动\r\nqn2,,活动\r\nzh,在的哈,问好\r\n';
  await choose('千牛.csv', 'text/csv', Buffer.from(encodeGb18030(csv)));
  await expect(dashboard.getByText('CSV · GB18030')).toBeVisible();
  const rows = dashboard.getByRole('list', { name: '文件里的行' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('亲,满 300 减 30😊');
  await expect(rows.nth(1)).toContainText('第 3 行');
  await expect(rows.nth(1)).toContainText('没有内容');
  await expect(rows.nth(2)).toContainText('更改');
  await dashboard.getByRole('button', { name: '导入 2 条' }).click();
  await expect(dashboard.getByText('导入了 千牛.csv:新增 1 条,改了 1 条')).toBeVisible();
  expect((await replyOf('qn1'))?.text).toBe('亲,满 300 减 30😊');
  expect((await replyOf('zh'))?.text).toBe('在的哈');
  await dashboard.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(dashboard.getByText('已撤销,2 条恢复原样')).toBeVisible();
  expect(await library()).toEqual(before);
});

test('an Excel file is taken in, and every form that is written is read back as the same', async () => {
  const table = [
    ['分组', '内容', '快捷编码'],
    ['尺码/女装', '亲,160 到 165 穿 M\n偏大一码', 'xl1'],
    ['尺码/女装', '=1+1 不是公式', 'xl2'],
  ];
  const xlsx = Buffer.from(await (await writeWorkbook(table)).arrayBuffer());
  await choose('尺码.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsx);
  await dashboard.getByRole('button', { name: '导入 2 条' }).click();
  await expect(dashboard.getByText('导入了 尺码.xlsx:新增 2 条,改了 0 条')).toBeVisible();
  expect(await replyOf('xl1')).toMatchObject({ text: '亲,160 到 165 穿 M\n偏大一码', group: '尺码/女装' });
  const whole = await library();
  for (const form of ['CSV', 'Excel', 'JSON']) {
    await dashboard.getByRole('radio', { name: form, exact: true }).check({ force: true });
    const download = dashboard.waitForEvent('download');
    await dashboard.getByRole('button', { name: '导出', exact: true }).last().click();
    const file = await download;
    const bytes = await readFile(await file.path());
    await choose(file.suggestedFilename(), '', bytes);
    const count = dashboard.getByText(`不导入 ${whole.length}`);
    await expect(count).toBeVisible();
    await expect(dashboard.getByRole('button', { name: '导入 0 条' })).toBeDisabled();
    await dashboard.getByRole('button', { name: '取消' }).click();
  }
  expect(await library()).toEqual(whole);
});

test('a reply has a second wording and a picture', async () => {
  await part('短语库');
  await dashboard.getByRole('searchbox').fill('xl1');
  await dashboard.getByRole('button', { name: /^编辑/ }).first().click();
  const editor = dashboard.getByRole('form');
  await editor.getByRole('button', { name: '加一种说法' }).click();
  await editor.getByRole('textbox', { name: '第 2 种说法' }).fill('{称呼},一米六穿 M 就行');
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await editor.locator('input[type=file]').setInputFiles({ name: '尺码表.png', mimeType: 'image/png', buffer: dot });
  await expect(editor.getByRole('img', { name: '尺码表.png' }).first()).toBeVisible();
  await editor.getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await replyOf('xl1'))?.variants).toEqual(['{称呼},一米六穿 M 就行']);
  expect((await replyOf('xl1'))?.attachments).toMatchObject([{ kind: 'image', name: '尺码表.png', bytes: dot.length }]);
});

test('what is typed again and again is offered, and saved', async () => {
  const tab = await openPlayground(extension, playground.url, { account: '小满', customers: '1' });
  await tab.open((await tab.page.evaluate(() => window.playground.conversations()))[0]?.id ?? '');
  for (let time = 0; time < 5; time++) await tab.reply(TYPED);
  await dashboard.bringToFront();
  await expect.poll(async () => (await readTable(extension.serviceWorker, 'texts')).length).toBeGreaterThanOrEqual(5);
  await part('常打的话');
  const offer = dashboard.getByRole('listitem').filter({ hasText: TYPED });
  await expect(offer).toContainText('打过 5 次');
  await expect(offer).toContainText('存了每次省 –');
  await offer.getByRole('textbox', { name: '编码' }).fill('jr');
  await offer.getByLabel('分组').fill('材质');
  await offer.getByRole('button', { name: '保存' }).click();
  await expect(offer).toHaveCount(0);
  expect(await replyOf('jr')).toMatchObject({ text: TYPED, group: '材质', uses: 0 });
});

async function part(name: string): Promise<void> {
  await dashboard.getByRole('navigation', { name: '快捷短语的各部分' }).getByRole('button', { name }).click();
}

async function choose(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await dashboard.locator('.mh-drop input[type=file]').setInputFiles({ name, mimeType, buffer });
}

/** The stored library, by id. */
async function library(): Promise<StoredRecord[]> {
  const replies = await readTable(extension.serviceWorker, 'quickReplies');
  return replies.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

async function replyOf(code: string): Promise<StoredRecord | undefined> {
  return (await library()).find((reply) => reply.code === code);
}
