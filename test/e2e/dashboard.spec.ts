import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { TruthEntry } from '../playground/protocol';
import { type Playground, startPlayground } from '../playground/server';
import { overlay } from './support/closedRoot';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openPopup } from './support/pages';
import { openPlayground, type PlaygroundPage, pause, seenAt } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';
import { readTable } from './support/store';
import { toleranceMs } from './support/tolerance';
import { type TrueMessage, type TrueTurn, trueFigures, trueTurns } from './support/truth';

/** The dashboard against the playground's own log: what is listed, taken along and changed here is what happened. */

/** What is shown is to a tenth of a second. */
const SHOWN_S = 0.1;
const FORMULA = '=1+1 能包邮吗';

let extension: LaunchedExtension;
let playground: Playground;
let dashboard: Page;
let tab: PlaygroundPage;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension({ keepWelcome: true });
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test('the welcome opens at the installation, and its button begins', async () => {
  await expect.poll(() => extension.context.pages().some((page) => page.url().endsWith('#welcome'))).toBe(true);
  const welcome = extension.context.pages().find((page) => page.url().endsWith('#welcome'));
  if (welcome === undefined) throw new Error('The welcome went away.');
  dashboard = welcome;
  await dashboard.setViewportSize({ width: 1366, height: 768 });
  await dashboard.getByRole('button', { name: '开始记录' }).waitFor();
  await pictures('welcome');
  await dashboard.getByRole('button', { name: '开始记录' }).click();
  await expect(dashboard.getByText('今天还没有轮次')).toBeVisible();
});

test('today lists the turns of the truth, live, and opens them', async () => {
  test.setTimeout(120_000);
  tab = await openPlayground(extension, playground.url, { account: '小满', customers: '6' });
  await work();
  await dashboard.bringToFront();
  const { messages, names } = await truth();
  const turns = byStart(trueTurns(messages));
  await expect(rows()).toHaveCount(turns.length);
  for (const [index, turn] of turns.entries()) await expectRow(index, turn, messages, names);

  await rows()
    .nth(turns.length - 1)
    .getByRole('button')
    .first()
    .click();
  const detail = dashboard.getByRole('list', { name: '消息' });
  const first = turns.at(-1);
  await expect(detail.getByRole('listitem')).toHaveCount(messagesOf(first, messages).length);
  for (const [index, message] of messagesOf(first, messages).entries()) {
    await expect(detail.getByRole('listitem').nth(index)).toContainText(message.text);
    if (message.at !== null) {
      // A second more or less: both clocks are this machine's, and a message may fall on the border.
      const shown = (await detail.getByRole('listitem').nth(index).locator('time').textContent()) ?? '';
      expect([-toleranceMs(), 0, toleranceMs()].map((ms) => clockOf((message.at ?? 0) + ms))).toContain(shown);
    }
  }
  await pictures('dashboard-today-open');
  await rows()
    .nth(turns.length - 1)
    .getByRole('button')
    .first()
    .click();

  await dashboard.getByRole('combobox', { name: '状态' }).selectOption({ label: '等待中' });
  await expect(rows()).toHaveCount(turns.filter((turn) => !turn.answered).length);
  await dashboard.getByRole('button', { name: '清除筛选' }).click();
  const someone = turns[0]?.conversation ?? '';
  await dashboard.getByRole('searchbox', { name: '搜索顾客、店铺' }).fill(names.get(someone) ?? '');
  await expect(rows()).toHaveCount(turns.filter((turn) => turn.conversation === someone).length);
  await dashboard.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows()).toHaveCount(turns.length);
  await pictures('dashboard-today');

  // Nothing is loaded anew: the reply in the workbench answers the row here.
  const waitingBefore = turns.filter((turn) => !turn.answered).length;
  const waiting = turns.find((turn) => !turn.answered);
  await tab.page.bringToFront();
  await tab.open(waiting?.conversation ?? '');
  await tab.reply('能的,满九十九包邮');
  await dashboard.bringToFront();
  await expect(rows().filter({ hasText: '等待中' })).toHaveCount(waitingBefore - 1);
});

test('a figure opens into the turns that made it; a correction changes it, and its undoing changes it back', async () => {
  const { messages } = await truth();
  const turns = trueTurns(messages);
  const answered = turns.filter((turn) => turn.answered);
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: /^平均响应 看明细/ }).click();
  await expect(dashboard).toHaveURL(/#today\?figure=averageResponseMs$/);
  await popup.close().catch(() => undefined);
  await dashboard.bringToFront();
  const waiting = turns.length - answered.length;
  await expect(
    dashboard.getByText(`算进去 ${answered.length} + 没算进去 ${waiting} = 全部 ${turns.length} 轮`),
  ).toBeVisible();
  const shown = dashboard.getByRole('heading', { name: /^平均响应/ });
  const mean = answered.reduce((sum, { latencyMs }) => sum + (latencyMs ?? 0), 0) / answered.length / 1000;
  const before = (await shown.textContent()) ?? '';
  expect(Math.abs(Number(/([\d.]+) 秒/.exec(before)?.[1]) - mean)).toBeLessThanOrEqual(toleranceMs() / 1000 + SHOWN_S);
  const list = dashboard.getByRole('button', { name: /^展开/ });
  await expect(list).toHaveCount(turns.length);
  await pictures('dashboard-figure');

  // The slowest turn comes first; without its one reply it is not answered any more.
  await list.first().click();
  const own = dashboard.getByRole('list', { name: '消息' }).getByRole('listitem').filter({ hasText: '客服' });
  await expect(own.first()).toBeVisible();
  const replies = await own.count();
  for (let index = 0; index < replies; index++) {
    await own.first().getByRole('button', { name: /^更正/ }).click();
    await own.first().getByRole('button', { name: '是自动回复', exact: true }).click();
    await expect(own).toHaveCount(replies - index - 1);
  }
  await expect(shown).not.toHaveText(before);
  await expect(dashboard.getByRole('status').filter({ hasText: '→' })).toBeVisible();
  await pictures('dashboard-figure-corrected');
  await dashboard.getByText(`更正过 ${replies} 处`).click();
  const undo = dashboard.getByRole('list', { name: '更正', exact: true }).getByRole('button', { name: /^撤销/ });
  for (let left = replies; left > 0; left--) {
    await undo.first().click();
    await expect(undo).toHaveCount(left - 1);
  }
  await expect(shown).toHaveText(before);
  await goTo('今日');
});

test('a text is automatic in all its messages, with the figures before and after, until it is taken back in the settings', async () => {
  const average = dashboard.getByRole('region', { name: '今日数据' }).getByRole('link', { name: /^平均响应/ });
  const before = (await average.textContent()) ?? '';
  const row = rows().filter({ hasText: '已回复' }).first();
  await row.getByRole('button').first().click();
  const own = dashboard.getByRole('list', { name: '消息' }).getByRole('listitem').filter({ hasText: '客服' }).first();
  const text = (await own.locator('.mh-message__bubble').textContent()) ?? '';
  expect(text.length).toBeGreaterThan(1);
  const { messages } = await truth();
  const copies = messages.filter((message) => message.text === text).length;
  expect(copies).toBeGreaterThan(0);
  await own.getByRole('button', { name: /^更正/ }).click();
  await own.getByRole('button', { name: '这句话都是自动回复' }).click();
  // The new generation brings the figures before and after.
  await expect(dashboard.getByRole('status').filter({ hasText: '这句话都是自动回复' })).toContainText('→', {
    timeout: 20_000,
  });
  await expect(dashboard.getByText('自动回复:你说过这句话都是').first()).toBeVisible();
  await expect(average).not.toHaveText(before);
  await pictures('dashboard-automatic-text');
  await goTo('设置');
  const marked = dashboard.getByRole('list', { name: '自动回复的话' });
  await expect(marked.getByRole('listitem')).toContainText(text);
  await marked.scrollIntoViewIfNeeded();
  await pictures('dashboard-settings-texts');
  await marked.getByRole('button', { name: /^撤销/ }).click();
  await expect(marked).toHaveCount(0);
  await goTo('今日');
  await expect(average).toHaveText(before, { timeout: 20_000 });
});

test('a quick reply that is added is suggested', async () => {
  await goTo('快捷短语');
  await pictures('dashboard-replies');
  await dashboard.getByRole('button', { name: '新增短语' }).click();
  const editor = dashboard.getByRole('form');
  await editor.getByLabel('编码').fill('zzkd');
  await editor.getByLabel('标题').fill('极地羽绒服发货');
  await editor.getByLabel('内容').fill('极地羽绒服预售款三天内发出,急的话我帮您催');
  await pictures('dashboard-replies-editing');
  await editor.getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await replyOf('zzkd'))?.title).toBe('极地羽绒服发货');

  await dashboard.getByRole('button', { name: '新增短语' }).click();
  await dashboard.getByRole('form').getByLabel('编码').fill('ZZKD');
  await expect(dashboard.getByText('编码 ZZKD 已经给了「极地羽绒服发货」,换一个')).toBeVisible();
  await dashboard.getByRole('button', { name: '取消' }).click();

  await tab.page.bringToFront();
  const id = (await tab.page.evaluate(() => window.playground.openId())) ?? '';
  await tab.customerSays(id, '极地羽绒服预售款什么时候发出');
  const panel = await overlay(tab.page);
  await panel.button(/等待/).click();
  await panel.waitForText('极地羽绒服预售款三天内发出');
  await panel.detach();
  await tab.reply('三天内发出');

  await dashboard.bringToFront();
  await dashboard.getByRole('searchbox').fill('zzkd');
  await dashboard.getByRole('button', { name: '编辑「极地羽绒服发货」' }).click();
  await dashboard.getByRole('form').getByLabel('标题').fill('羽绒服发货');
  await dashboard.getByRole('form').getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await replyOf('zzkd'))?.title).toBe('羽绒服发货');
  await dashboard.getByRole('button', { name: '编辑「羽绒服发货」' }).click();
  await dashboard.getByRole('form').getByRole('button', { name: '删除' }).click();
  await expect.poll(async () => (await replyOf('zzkd')) === undefined).toBe(true);
  await dashboard.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await replyOf('zzkd'))?.title).toBe('羽绒服发货');
});

test('the files hold the truth, and no name and no text unless ticked', async () => {
  const { messages, names } = await truth();
  const turns = byStart(trueTurns(messages)).reverse();
  await goTo('导出');
  await expect(dashboard.getByText(`${turns.length} 轮 · 1 天`)).toBeVisible();
  await dashboard.getByRole('checkbox', { name: '全部' }).check();
  await pictures('dashboard-export');

  const plain = await exported(3);
  const table = csv(plain.turns);
  expect(table.length).toBe(turns.length);
  for (const [index, turn] of turns.entries()) {
    const record = table[index] ?? {};
    const own = messagesOf(turn, messages);
    expect(record.顾客消息数).toBe(String(own.filter(({ author }) => author === 'customer').length));
    expect(record.客服消息数).toBe(String(own.filter(({ author }) => author === 'agent').length));
    expect(record.状态).toBe(turn.answered ? '已回复' : '等待中');
    expectSeconds(record['响应(秒)'], turn.latencyMs, toleranceMs() / 1000);
  }
  const everything = plain.turns + plain.days + plain.json;
  for (const name of names.values()) expect(everything).not.toContain(name);
  for (const { text } of messages) expect(everything).not.toContain(text);
  expect(plain.turns.startsWith('\uFEFF')).toBe(true);

  const figures = trueFigures(messages);
  const day = csv(plain.days)[0] ?? {};
  expect(csv(plain.days).length).toBe(1);
  expect(day.接待人数).toBe(String(figures.customers));
  expect(day.轮次).toBe(String(turns.length));
  expect(day.等待中).toBe(String(figures.waiting));
  expectSeconds(day['首次响应(秒)'], figures.firstResponseMs, toleranceMs() / 1000);
  expectSeconds(day['平均响应(秒)'], figures.averageResponseMs, toleranceMs() / 1000);
  expect(Number(day.答问比)).toBeCloseTo(figures.answerQuestionRatio ?? 0, 6);
  expect(Number(day.回复率)).toBeCloseTo(figures.replyRate ?? 0, 6);
  expect(day.最多同时等待).toBe(String(mostWaiting(turns)));

  const file = JSON.parse(plain.json);
  expect(file.format).toBe('miaohui-export');
  expect(file.turns.length).toBe(turns.length);
  expect(file.days[0].figures.turns).toBe(turns.length);
  expect(file.days[0].figures.peakWaiting).toBe(mostWaiting(turns));
  expect(file.coverage).toBeGreaterThan(0.5);

  await dashboard.getByRole('checkbox', { name: '顾客姓名' }).check();
  await dashboard.getByRole('checkbox', { name: '消息文字' }).check();
  await dashboard.getByText('本周').click();
  const full = await exported(3);
  const named = csv(full.turns);
  for (const [index, turn] of turns.entries()) {
    expect(named[index]?.顾客).toBe(names.get(turn.conversation));
    for (const { author, text } of messagesOf(turn, messages)) {
      expect(named[index]?.[author === 'customer' ? '顾客消息' : '客服消息']).toContain(text);
    }
  }
  // A spreadsheet would run it without the apostrophe.
  expect(full.turns).toContain(`'${FORMULA}`);
  const told = JSON.parse(full.json).turns.flatMap((turn: { messages: { text: string }[] }) =>
    turn.messages.map(({ text }) => text),
  );
  expect([...told].sort()).toEqual(messages.map(({ text }) => text).sort());
});

test('targets, language and theme take effect', async () => {
  await goTo('设置');
  await pictures('dashboard-settings');
  const popup = await openPopup(extension);
  await expect(popup.getByText('目标 ≤16').first()).toBeVisible();
  await dashboard.bringToFront();
  await dashboard.getByLabel('平均响应的目标,秒').fill('9');
  await popup.bringToFront();
  await expect(popup.getByText('目标 ≤9').first()).toBeVisible();

  await dashboard.bringToFront();
  await dashboard.getByText('深色').click();
  await expect(dashboard.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(popup.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(overlayIsDark).toBe(true);
  await dashboard.getByText('跟着系统').click();
  await expect(dashboard.locator('html')).not.toHaveAttribute('data-theme', 'dark');
  await expect.poll(overlayIsDark).toBe(false);

  await dashboard.getByText('English').click();
  await expect(dashboard.getByRole('button', { name: 'Settings', exact: true })).toBeVisible();
  await expect(dashboard.locator('html')).toHaveAttribute('lang', 'en');
  await takeScreenshot(dashboard, '.output/e2e/dashboard-settings-en-1366-light.png');
  await dashboard.getByText('中文').click();
  await expect(dashboard.getByRole('button', { name: '设置', exact: true })).toBeVisible();
  await popup.close();

  const person = dashboard.getByLabel('新的值班人');
  await person.fill('小雨');
  await dashboard.locator('form').filter({ has: person }).getByRole('button', { name: '加入' }).click();
  await dashboard.getByRole('combobox', { name: '现在是谁在岗' }).first().selectOption('小雨');
  await expect.poll(async () => (await readTable(extension.serviceWorker, 'duties')).at(-1)?.person).toBe('小雨');
});

test('workbenches and diagnostics tell what is open and that all is well', async () => {
  await goTo('工作台');
  const open = dashboard.getByRole('table', { name: '打开着的' });
  await expect(open.getByText('小满')).toBeVisible();
  await expect(open.getByText('记录中')).toBeVisible();
  const works = dashboard.getByRole('table', { name: '哪里能用' });
  await expect(works.getByText('读不到').first()).toBeVisible();
  await pictures('dashboard-workbenches');
  await dashboard.getByRole('button', { name: '去 演练场 的标签页' }).click();
  const [recorder] = await readTable(extension.serviceWorker, 'recorders');
  await expect.poll(() => activeTabs()).toContain(recorder?.tabId);

  await goTo('诊断');
  const stored = await readTable(extension.serviceWorker, 'entries');
  await expect(dashboard.getByText(stored.length.toLocaleString('en'), { exact: true })).toBeVisible();
  await expect(dashboard.getByText('全部读到了')).toBeVisible();
  await pictures('dashboard-diagnostics');
});

test('the address names the page, and one dashboard is enough', async () => {
  const popup = await openPopup(extension);
  const dashboards = () => extension.context.pages().filter((page) => page.url().includes('/dashboard.html')).length;
  await popup.getByRole('button', { name: '设置' }).click();
  await expect(dashboard).toHaveURL(/#settings$/);
  await expect(dashboard.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
  expect(dashboards()).toBe(1);
  await popup.close().catch(() => undefined);
});

test('history is deleted when asked twice, and recording stops when the consent is taken back', async () => {
  await goTo('设置');
  await dashboard.getByText('全部删除').click();
  await dashboard.getByRole('button', { name: '删除…' }).click();
  await dashboard.getByRole('button', { name: '取消' }).click();
  expect((await readTable(extension.serviceWorker, 'turns')).length).toBeGreaterThan(0);
  await dashboard.getByRole('button', { name: '删除…' }).click();
  await dashboard.getByRole('button', { name: '确认删除' }).click();
  for (const table of ['entries', 'texts', 'turns', 'conversations', 'sessions', 'parts']) {
    await expect.poll(async () => (await readTable(extension.serviceWorker, table)).length, table).toBe(0);
  }
  await goTo('今日');
  await expect(dashboard.getByText('今天还没有轮次')).toBeVisible();

  await goTo('设置');
  await dashboard.getByRole('button', { name: '停止记录' }).click();
  await expect(dashboard.getByText('还没开始记录,看到的消息都没有存')).toBeVisible();
  await tab.page.bringToFront();
  const id = (await tab.page.evaluate(() => window.playground.openId())) ?? '';
  await tab.customerSays(id, '还在吗');
  await pause(1_500);
  expect((await readTable(extension.serviceWorker, 'entries')).length).toBe(0);
  await dashboard.bringToFront();
  await dashboard.getByRole('button', { name: '开始记录' }).click();
  await expect(dashboard.getByText('还没开始记录,看到的消息都没有存')).toHaveCount(0);
});

/** A short morning: six customers, bursts, second turns, one who still waits at the end. */
async function work(): Promise<void> {
  const ids = await tab.page.evaluate(() => window.playground.conversations().map(({ id }) => id));
  const [a, b, c, d, e, f] = ids;
  if (!a || !b || !c || !d || !e || !f) throw new Error('Six customers were asked for.');
  const answer = async (id: string, ...texts: string[]) => {
    await tab.open(id);
    for (const text of texts) await tab.reply(text);
  };
  await tab.open(a);
  await tab.customerSays(a, '在吗', '这件冲锋衣还有货吗');
  await tab.reply('在的,有货的亲');
  await tab.customerSays(b, '发什么快递');
  await tab.customerSays(c, '能便宜点吗', '第一次买');
  await answer(b, '默认中通,两天左右到');
  await answer(c, '首单减十元', '下单自动减的');
  await tab.customerSays(a, '好,那尺码怎么选');
  await answer(a, '平时穿多大就选多大');
  for (const id of [d, e]) await tab.customerSays(id, '什么时候发货');
  await answer(d, '今天四点前付款今天发');
  await pause(700);
  await answer(e, '今天四点前付款当天就发出');
  await tab.customerSays(b, '可以发顺丰吗');
  await answer(b, '可以的,补十二元');
  await tab.customerSays(d, '拍下了');
  await answer(d, '收到,给您备注上了');
  await tab.customerSays(f, FORMULA);
  await pause(400);
}

interface Truth {
  messages: TrueMessage[];
  /** Names of the customers by conversation. */
  names: Map<string, string>;
}

async function truth(): Promise<Truth> {
  const log: TruthEntry[] = await tab.truth();
  const conversations = await tab.page.evaluate(() => window.playground.conversations());
  const messages = log
    .filter((entry) => !entry.history && (entry.author === 'customer' || entry.author === 'agent'))
    .map((entry) => ({
      conversation: entry.conversationId,
      author: entry.author === 'agent' ? ('agent' as const) : ('customer' as const),
      text: entry.text,
      at: seenAt(entry),
    }));
  return { messages, names: new Map(conversations.map(({ id, name }) => [id, name])) };
}

/** Newest first, as the dashboard lists them. */
function byStart(turns: readonly TrueTurn[]): TrueTurn[] {
  return [...turns].sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
}

/** A turn's messages: its conversation's, from its start to the next turn's. */
function messagesOf(turn: TrueTurn | undefined, messages: readonly TrueMessage[]): TrueMessage[] {
  if (turn === undefined) return [];
  const own = messages.filter(({ conversation }) => conversation === turn.conversation);
  const from = own.findIndex(({ at, author }) => author === 'customer' && at === turn.startedAt);
  const reply = own.findIndex(({ author }, index) => index > from && author === 'agent');
  const next = reply === -1 ? -1 : own.findIndex(({ author }, index) => index > reply && author === 'customer');
  return own.slice(from, next === -1 ? own.length : next);
}

/** The most turns that were open at one moment. */
function mostWaiting(turns: readonly TrueTurn[]): number {
  const end = ({ startedAt, latencyMs }: TrueTurn) =>
    latencyMs === null ? Number.POSITIVE_INFINITY : (startedAt ?? 0) + latencyMs;
  return Math.max(
    ...turns.map(
      (turn) =>
        turns.filter((other) => (other.startedAt ?? 0) <= (turn.startedAt ?? 0) && end(other) > (turn.startedAt ?? 0))
          .length,
    ),
  );
}

function rows() {
  return dashboard.getByRole('table', { name: '今日轮次' }).locator('tbody tr');
}

async function expectRow(
  index: number,
  turn: TrueTurn,
  messages: readonly TrueMessage[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const cells = rows().nth(index).locator('td');
  const own = messagesOf(turn, messages);
  const incoming = own.filter(({ author }) => author === 'customer').length;
  const [first, ...rest] = names.get(turn.conversation) ?? '';
  await expect(cells.nth(1)).toContainText(first ?? '');
  if (rest.length > 0) await expect(cells.nth(1)).not.toContainText(rest.join(''));
  await expect(cells.nth(3)).toHaveText(`${incoming} / ${own.length - incoming}`);
  await expect(cells.nth(7)).toContainText(turn.answered ? '已回复' : '等待中');
  expectSeconds(
    (await cells.nth(4).textContent())?.replace(/ ?秒$/, ''),
    turn.latencyMs,
    toleranceMs() / 1000 + SHOWN_S,
  );
}

function expectSeconds(shown: string | undefined, ms: number | null, tolerance: number): void {
  if (ms === null) expect(['', '–']).toContain(shown);
  else expect(Math.abs(Number(shown) - ms / 1000), `${shown} s for ${ms} ms`).toBeLessThanOrEqual(tolerance);
}

/** Presses 导出 and takes what comes. */
async function exported(count: number): Promise<{ turns: string; days: string; json: string }> {
  const downloads: Download[] = [];
  const onDownload = (download: Download) => downloads.push(download);
  dashboard.on('download', onDownload);
  await dashboard.getByRole('button', { name: '导出', exact: true }).last().click();
  await expect.poll(() => downloads.length).toBe(count);
  dashboard.off('download', onDownload);
  const text = async (pattern: RegExp) => {
    const found = downloads.find((download) => pattern.test(download.suggestedFilename()));
    if (found === undefined) throw new Error(`No file like ${pattern} came.`);
    return readFile(await found.path(), 'utf8');
  };
  return {
    turns: await text(/^miaohui-turns-.*\.csv$/),
    days: await text(/^miaohui-days-.*\.csv$/),
    json: await text(/^miaohui-\d.*\.json$/),
  };
}

function csv(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

/** `14:03:05` in Shanghai, whose zone the profile counts by. */
function clockOf(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour12: false });
}

async function goTo(page: string): Promise<void> {
  await dashboard.bringToFront();
  await dashboard.getByRole('navigation', { name: '数据页' }).getByRole('button', { name: page }).click();
}

async function replyOf(code: string) {
  return (await readTable(extension.serviceWorker, 'quickReplies')).find((reply) => reply.code === code);
}

/** The tabs in front of their windows, as the browser's own list has them. */
async function activeTabs(): Promise<number[]> {
  return extension.serviceWorker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(filter: { active: boolean }): Promise<{ id?: number }[]> } };
    };
    const tabs = await chrome.tabs.query({ active: true });
    return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  });
}

/** The workbench's page has no such attribute; the overlay's closed root, which the debugger alone enters, may. */
async function overlayIsDark(): Promise<boolean> {
  const session = await extension.context.newCDPSession(tab.page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return JSON.stringify(root).includes('"data-theme","dark"');
}

/** Light and dark, on the two commonest screens. */
async function pictures(name: string): Promise<void> {
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await dashboard.setViewportSize({ width, height });
    for (const colorScheme of ['dark', 'light'] as const) {
      await dashboard.emulateMedia({ colorScheme });
      await takeScreenshot(dashboard, `.output/e2e/${name}-${width}-${colorScheme}.png`);
      const documented = name === 'dashboard-today-open' && width === 1366 && colorScheme === 'light';
      if (documented) await takeScreenshot(dashboard, 'docs/images/dashboard.png');
    }
  }
}
