import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { startRecording } from './support/consent';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { openDashboard } from './support/pages';
import { openPlayground, type PlaygroundPage, pause } from './support/playgroundPage';
import { takeScreenshot } from './support/screenshots';

/** What the product cannot know is asked: a reply that nobody was seen sending, and that came at once. */

let extension: LaunchedExtension;
let playground: Playground;
let tab: PlaygroundPage;
let dashboard: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
  await startRecording(extension);
  tab = await openPlayground(extension, playground.url, { account: '小满' });
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test('a reply that may be automatic is counted, said to be in doubt, and settled with one press', async () => {
  await tab.open('c1001');
  await tab.customerSays('c1001', '这款有货吗');
  await tab.says('c1001', 'agent', '在的亲，有货');
  await tab.open('c1002');
  await tab.customerSays('c1002', '什么时候发货');
  await pause(2_000);
  await tab.reply('今天发');

  dashboard = await openDashboard(extension, '#today');
  await dashboard.setViewportSize({ width: 1366, height: 768 });
  await expect(rows()).toHaveCount(2);
  await expect(dashboard.getByText('1 轮待确认是不是自动回复')).toBeVisible();
  await expect(answered()).toHaveCount(2);
  await dashboard.getByRole('button', { name: '待确认', exact: true }).click();
  await expect(rows()).toHaveCount(1);
  await rows().first().getByRole('button').first().click();
  const doubted = message('在的亲，有货');
  await expect(message('这款有货吗').getByRole('button', { name: /^\d.*的消息是/ })).toHaveCount(0);
  await takeScreenshot(dashboard, '.output/e2e/dashboard-review-1366-light.png');

  await doubted.getByRole('button', { name: /的消息是自动回复$/ }).click();
  await expect(dashboard.getByText('1 轮待确认是不是自动回复')).toHaveCount(0);
  await dashboard.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows()).toHaveCount(2);
  await expect(answered()).toHaveCount(1);

  // Taken back, it is in doubt again, and counts again.
  await expand('等待中');
  await message('在的亲，有货').getByRole('button', { name: /^撤销/ }).click();
  await expect(answered()).toHaveCount(2);
  await expect(dashboard.getByText('1 轮待确认是不是自动回复')).toBeVisible();
  await message('在的亲，有货')
    .getByRole('button', { name: /的消息是我打的$/ })
    .click();
  await expect(dashboard.getByText('1 轮待确认是不是自动回复')).toHaveCount(0);
  await expect(answered()).toHaveCount(2);
});

test('what happened in a conversation stands among its messages', async () => {
  await tab.page.bringToFront();
  await tab.open('c1003');
  await tab.says('c1003', 'system', '机器人接待中，客户可回复“转人工”联系客服');
  await tab.customerSays('c1003', '转人工');
  await tab.says('c1003', 'system', '客户请求转人工，现在由人工客服为您服务');
  await pause(1_600);
  await tab.reply('我来帮您办');
  await dashboard.bringToFront();
  await expect(rows()).toHaveCount(3);
  await expect(answered()).toHaveCount(3);
  await collapse();
  await rows().first().getByRole('button').first().click();
  const lines = dashboard.getByRole('list', { name: '消息' }).getByRole('listitem');
  await expect(lines).toHaveCount(4);
  const told = await lines.evaluateAll((items) =>
    items.map((item) => (item.querySelector('.mh-message__bubble') ?? item.firstChild)?.textContent?.trim()),
  );
  expect(told).toEqual(['机器人接待', '转人工', '机器人转人工', '我来帮您办']);
  await takeScreenshot(dashboard, '.output/e2e/dashboard-events-1366-light.png');
});

function rows(): Locator {
  return dashboard.getByRole('table', { name: '今日轮次' }).locator('tbody tr');
}

function answered(): Locator {
  return rows().filter({ hasText: '已回复' });
}

function message(text: string): Locator {
  return dashboard.getByRole('list', { name: '消息' }).getByRole('listitem').filter({ hasText: text });
}

/** Opens the first turn of a state, if it is not open. */
async function expand(state: string): Promise<void> {
  const button = rows().filter({ hasText: state }).first().getByRole('button').first();
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

async function collapse(): Promise<void> {
  const open = dashboard.getByRole('button', { name: /^收起/ });
  while ((await open.count()) > 0) await open.first().click();
}
