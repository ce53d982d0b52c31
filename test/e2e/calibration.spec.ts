import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startRecording } from './support/consent';
import { changeSettings, forgetRecords, storedSettings } from './support/extensionState';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard, openPopup } from './support/pages';
import { putRecords, readTable, type StoredRecord } from './support/store';

/** A platform's report beside what is stored: the report is made up, its headings are those that are assumed. */

let extension: LaunchedExtension;

test.beforeAll(async () => {
  extension = await launchWithExtension();
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
});

test.afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
  await forgetRecords(extension.serviceWorker);
});

/** `统计日期,子账号,咨询人数,平均人工响应时长,3分钟人工回复率` and its rows as GBK, the bad one's day being `昨天`. */
const heading =
  'cdb3bcc6c8d5c6da2cd7d3d5cbbac52cd7c9d1afc8cbcafd2cc6bdbef9c8cbb9a4cfecd3a6cab1b3a42c33b7d6d6d3c8cbb9a4bbd8b8b4c2ca0a';
const yesterday = 'd7f2ccec';

const dayMs = 86_400_000;
/** 10:00 in Shanghai, so many days ago. */
const morning = (daysAgo: number): number =>
  (Math.floor((Date.now() + 8 * 3_600_000) / dayMs) - daysAgo) * dayMs + 2 * 3_600_000;
const dateOf = (daysAgo: number): string => new Date(morning(daysAgo)).toISOString().slice(0, 10);

test('a GBK report with one bad row is previewed, stored, compared and explained', async () => {
  const { serviceWorker } = extension;
  const at = morning(3);
  const date = dateOf(3);
  await seed([
    {
      key: 'a',
      messages: [
        ['customer', at],
        ['agent', at + 10_000],
      ],
    },
    {
      key: 'b',
      messages: [
        ['customer', at],
        ['agent', at + 60_000],
      ],
    },
  ]);

  const page = await openDashboard(extension, '#/calibration');
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
  const explaining = page.getByRole('list', { name: '差在哪' });
  await expect(explaining).toContainText('不算它是 10.0 秒');
  await explaining.getByRole('button', { name: /^展开/ }).click();
  await expect(page.getByRole('list', { name: '消息' }).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByText('还没有后台的数')).toBeVisible();
  expect(await readTable(serviceWorker, 'platformFigures')).toEqual([]);
});

test('unknown headings are mapped by hand once; one figure is typed', async () => {
  const { serviceWorker } = extension;
  const page = await openDashboard(extension, '#/calibration');
  const file = {
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`哪天,谁,多快\n${dateOf(2)},阿月,14.6\n${dateOf(1)},阿月,0.25\n`),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('认不出是哪家的报表')).toBeVisible();
  await expect(page.getByText('没有一行能用')).toBeVisible();
  await page.getByRole('combobox', { name: '第 1 列「哪天」是' }).selectOption('日期');
  await page.getByRole('combobox', { name: '第 2 列「谁」是' }).selectOption('客服');
  await page.getByRole('combobox', { name: '第 3 列「多快」是' }).selectOption('平均响应');
  await page.getByRole('combobox', { name: '「多快」的单位' }).selectOption('分钟');
  await page.getByRole('button', { name: '存下 2 行' }).click();
  await expect(page.getByRole('row', { name: /^平均响应/ }).first()).toContainText('15.0 秒');

  await page.locator('input[type=file]').setInputFiles({ ...file, name: 'again.csv' });
  await expect(page.getByText('这份报表的列上次对过')).toBeVisible();
  await expect(page.getByText('2 行能用')).toBeVisible();
  await page.getByRole('button', { name: '不要了' }).click();

  const typed = page.getByRole('form', { name: '或者只填一个数' });
  await typed.getByRole('combobox', { name: '后台的客服' }).fill('阿月');
  await typed.getByRole('combobox', { name: '数据' }).selectOption('满意率');
  await typed.getByRole('textbox', { name: '后台' }).fill('96.5%');
  await typed.getByRole('button', { name: '记下' }).click();
  await expect(page.getByRole('row', { name: /^满意率/ })).toContainText('96.5%');
  const stored = await readTable(serviceWorker, 'platformFigures');
  expect(stored.map(({ figures }) => figures)).toEqual([
    { averageResponseMs: 876_000 },
    { averageResponseMs: 15_000 },
    { satisfaction: 0.965 },
  ]);
});

test('the rule that fits best becomes a profile, which is edited, taken along and used', async () => {
  const { serviceWorker } = extension;
  // Two messages 4 s apart and a reply 20 s after the first: ours are 20 s, and the platform says 16 s.
  const days = [1, 2, 3, 4, 5, 6, 7, 8];
  const served = days.flatMap((daysAgo) =>
    Array.from({ length: 10 }, (_, index): SeededConversation => {
      const at = morning(daysAgo) + index * 600_000;
      return {
        key: `${daysAgo}-${index}`,
        messages: [
          ['customer', at],
          ['customer', at + 4_000],
          ['agent', at + 20_000],
        ],
      };
    }),
  );
  await seed(served);
  await changeSettings(serviceWorker, { profileId: 'selfcoach' });

  const page = await openDashboard(extension, '#/calibration');
  const lines = days.map((daysAgo) => `${dateOf(daysAgo)},agent:yu,16,100%`);
  const csv = Buffer.from(['统计日期,子账号,平均人工响应时长,3分钟人工回复率', ...lines].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'eight.csv', mimeType: 'text/csv', buffer: csv });
  await page.getByRole('button', { name: '存下 8 行' }).click();
  await expect(page.getByText(/自查口径平均差 12\.5%,8 天/)).toBeVisible();
  await page.getByRole('button', { name: '算算哪个最接近' }).click();
  await expect(page.getByText(/把自查口径的「.+」改成「顾客最后一条」,平均差从 12\.5% 变成 0\.0%/)).toBeVisible();
  await page.getByRole('button', { name: '用这个口径' }).click();
  await expect(page.getByText('已换成自定义口径')).toBeVisible();
  await expect(page.getByText(/正在按新规则重算:\d+ \/ 80 个会话/)).toBeVisible();
  await expectRules({ profileId: 'custom', clock: 'lastMessage' });

  const popup = await openPopup(extension);
  await expect(popup.getByRole('button', { name: /^平均响应 看明细: 16\.0 秒/ })).toBeVisible();
  await popup.close();

  await page.goto(extension.pageUrl('dashboard.html#/settings'));
  await page.getByRole('button', { name: '复制一份并修改' }).click();
  const card = (title: RegExp) => page.locator('.mh-card').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(card(/^自定义口径 · .* · 改$/)).toBeVisible();
  await page.getByRole('textbox', { name: '名称' }).fill('店里的');
  await page.getByRole('textbox', { name: '单轮封顶' }).fill('12');
  await card(/^自定义口径/)
    .getByRole('button', { name: '存下并重算' })
    .click();
  await expectRules({ profileId: 'custom-2', clock: 'lastMessage', capMs: 12_000, name: '店里的' });

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出成文件' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    name: '店里的',
    capMs: 12_000,
    basedOn: 'selfcoach',
  });
  const log = `${file}.ndjson`;
  const entries = served[0]?.messages.map(([author, at]) => JSON.stringify({ conversationId: 'c', at, author })) ?? [];
  await writeFile(log, entries.join('\n'));
  const npm = promisify(execFile)('npm', ['run', '-s', 'replay', '--', '--profile', file, '--final', log]);
  expect(JSON.parse((await npm).stdout)).toMatchObject({
    turns: 1,
    averageResponseMs: 12_000,
    firstResponseMs: 16_000,
  });

  await page.getByRole('button', { name: '删掉这个口径' }).click();
  await page.getByRole('button', { name: '确认删除' }).click();
  await expectRules({ profileId: 'selfcoach' });
  await page.getByLabel('导入口径文件').and(page.locator('input')).setInputFiles(file);
  await expectRules({ profileId: 'custom-2', capMs: 12_000, name: '店里的' });

  async function expectRules(expected: { profileId: string } & Record<string, unknown>): Promise<void> {
    const { profileId, ...rules } = expected;
    await expect
      .poll(
        async () => {
          const { customProfiles, ...settings } = await storedSettings(serviceWorker);
          const meta = await readTable(serviceWorker, 'meta');
          const value = (key: string) => meta.find((record) => record.key === key)?.value;
          const live = value('rules') as StoredRecord;
          const own = (live.customProfiles as StoredRecord[]).find(({ id }) => id === profileId);
          const known = Array.isArray(customProfiles) && customProfiles.some(({ id }) => id === profileId);
          return {
            chosen: settings.profileId,
            counted: live.profileId,
            pending: value('rederivation') !== undefined,
            known,
            rules: own === undefined ? {} : Object.fromEntries(Object.keys(rules).map((name) => [name, own[name]])),
          };
        },
        { timeout: 15_000 },
      )
      .toEqual({ chosen: profileId, counted: profileId, pending: false, known: profileId !== 'selfcoach', rules });
  }
});

test('a closing word that is added makes new figures: who only thanks was not left without a reply', async () => {
  const thanked = morning(9);
  const over: SeededConversation = {
    key: 'thanked',
    messages: [
      ['customer', thanked],
      ['agent', thanked + 20_000],
      ['customer', thanked + 60_000, '得嘞'],
      ['checked', thanked + 90_000_000],
    ],
  };
  await seed([over]);
  await changeSettings(extension.serviceWorker, { profileId: 'selfcoach' });

  const figures = await extension.context.newPage();
  const open = (figure: string) =>
    figures.goto(extension.pageUrl(`dashboard.html#today?figure=${figure}&day=${dateOf(9)}`));
  await open('unanswered');
  await expect(figures.getByText('算进去 1 + 没算进去 1 = 全部 2 轮')).toBeVisible({ timeout: 15_000 });
  const page = await openDashboard(extension, '#/settings');
  await page.getByRole('textbox', { name: '给结束语加一句' }).fill('得嘞');
  await page.getByRole('textbox', { name: '给结束语加一句' }).press('Enter');
  await page
    .locator('.mh-card')
    .filter({ has: page.getByRole('heading', { name: '词表' }) })
    .getByRole('button', { name: '存下并重算' })
    .click();
  await expect(figures.getByText('算进去 0 + 没算进去 2 = 全部 2 轮')).toBeVisible({ timeout: 15_000 });
});

/** A conversation of one account on Pinduoduo: who wrote, or what happened, when, and what. */
interface SeededConversation {
  key: string;
  messages: readonly (readonly [by: 'customer' | 'agent' | 'checked', at: number, text?: string])[];
}

async function seed(seeded: readonly SeededConversation[]): Promise<void> {
  const origin = 'https://mms.pinduoduo.com';
  const idOf = (key: string) => `pinduoduo|${origin}|agent:yu|${key}`;
  const conversations = seeded.map(({ key, messages }) => ({
    id: idOf(key),
    workbenchId: 'pinduoduo',
    origin,
    account: 'agent:yu',
    shop: null,
    key,
    keyedBy: 'id',
    name: key,
    advertiser: false,
    outcome: null,
    lastAt: messages.at(-1)?.[1] ?? 0,
    incomingTotal: 1,
    waitingSince: null,
    openedAt: null,
    firstKeyAt: null,
  }));
  const entries = seeded.flatMap(({ key, messages }) =>
    messages.map(([by, at], seq) => ({
      key: `${key}/${seq}`,
      conversationId: idOf(key),
      seq,
      at,
      author: by === 'checked' ? null : by,
      event: by === 'checked' ? by : null,
      id: null,
      textHash: null,
      length: null,
      observedAt: at,
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
    })),
  );
  const texts = seeded.flatMap(({ key, messages }) =>
    messages.flatMap(([, at, text], seq) =>
      text === undefined ? [] : [{ key: `${key}/${seq}`, conversationId: idOf(key), at, text }],
    ),
  );
  for (const [table, records] of Object.entries({ conversations, entries, texts })) {
    await putRecords(extension.serviceWorker, table, records);
  }
}
