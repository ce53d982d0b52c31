import { expect, test } from '@playwright/test';
import { startRecording } from './support/consent';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { readTable } from './support/store';

/** A platform's report beside what is stored: the report is made up, its headings are those that are assumed. */

let extension: LaunchedExtension;

test.beforeAll(async () => {
  extension = await launchWithExtension();
});

test.afterAll(async () => {
  await extension?.close();
});

/** `统计日期,子账号,咨询人数,平均人工响应时长,3分钟人工回复率` and its rows as GBK, the bad one's day being `昨天`. */
const heading =
  'cdb3bcc6c8d5c6da2cd7d3d5cbbac52cd7c9d1afc8cbcafd2cc6bdbef9c8cbb9a4cfecd3a6cab1b3a42c33b7d6d6d3c8cbb9a4bbd8b8b4c2ca0a';
const yesterday = 'd7f2ccec';

test('a GBK report with one bad row is previewed, stored, compared and explained', async () => {
  await startRecording(extension);
  const { context, serviceWorker } = extension;
  // 10:00 in Shanghai, three days ago.
  const day = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 3 * 86_400_000;
  const at = day + 2 * 3_600_000;
  const date = new Date(day).toISOString().slice(0, 10);
  await serviceWorker.evaluate(seed, { at });

  const page = await context.newPage();
  await page.goto(extension.pageUrl('dashboard.html#/calibration'));
  const rows = `${date},agent:yu,2,20,100%\n`;
  const bad = Buffer.concat([Buffer.from(yesterday, 'hex'), Buffer.from(',agent:yu,2,20,100%\n')]);
  const buffer = Buffer.concat([Buffer.from(heading, 'hex'), Buffer.from(rows), bad]);
  await page.locator('input[type=file]').setInputFiles({ name: 'report.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('认出是拼多多的报表')).toBeVisible();
  await expect(page.getByRole('list', { name: '有问题的行' })).toContainText('第 3 行日期读不懂');
  await page.getByRole('button', { name: '存下 1 行' }).click();

  // Both turns count: 10 s and 60 s are 35 s on average, and theirs are 20 s.
  const average = page.getByRole('row', { name: /^平均响应/ });
  await expect(average).toContainText('20.0 秒');
  await expect(average).toContainText('35.0 秒');
  await expect(average).toContainText('秒回多 15.0 秒');
  expect(await readTable(serviceWorker, 'platformImports')).toMatchObject([
    { lines: 1, skipped: 1, format: 'pinduoduo' },
  ]);

  await page.getByRole('button', { name: `${date} 平均响应差在哪` }).click();
  await expect(page.getByRole('list', { name: '差在哪' })).toContainText('不算它是 10.0 秒');

  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByText('还没有后台的数')).toBeVisible();
  expect(await readTable(serviceWorker, 'platformFigures')).toEqual([]);
});

/** Two customers of one account on Pinduoduo, answered after 10 s and after 60 s. Runs in the worker. */
async function seed({ at }: { at: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('miaohui');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['conversations', 'entries'], 'readwrite');
  for (const [key, latency] of [
    ['a', 10_000],
    ['b', 60_000],
  ] as const) {
    const id = `pinduoduo|https://mms.pinduoduo.com|agent:yu|${key}`;
    transaction.objectStore('conversations').put({
      id,
      workbenchId: 'pinduoduo',
      origin: 'https://mms.pinduoduo.com',
      account: 'agent:yu',
      shop: null,
      key,
      keyedBy: 'id',
      name: key,
      advertiser: false,
      outcome: null,
      lastAt: at + latency,
      incomingTotal: 1,
      waitingSince: null,
      preview: null,
      openedAt: null,
      firstKeyAt: null,
    });
    for (const [seq, author] of ['customer', 'agent'].entries()) {
      transaction.objectStore('entries').put({
        key: `${key}${seq}`,
        conversationId: id,
        seq,
        at: at + seq * latency,
        author,
        event: null,
        id: null,
        textHash: null,
        length: null,
        observedAt: at + seq * latency,
        shownAt: null,
        shownPrecision: null,
        token: null,
        provisional: false,
        history: false,
        uncertain: false,
        closing: false,
        perfunctory: false,
        recalled: false,
        person: null,
      });
    }
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
