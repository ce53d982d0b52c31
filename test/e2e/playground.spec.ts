import { expect, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { overlay } from './support/closedRoot';
import { startRecording } from './support/consent';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import {
  expectTruth,
  onPlayground,
  openPlayground,
  type PlaygroundPage,
  pause,
  playgroundUrl,
  recording,
} from './support/playgroundPage';
import { stopServiceWorker } from './support/serviceWorker';
import { readTable } from './support/store';

/**
 * The whole path, from a row on the page to the stored turn, on everything that workbenches do to their rows. What is
 * true is the playground's own log: the server's order, and the moments at which its page put each row or badge up.
 */

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
  for (const page of extension.context.pages().slice(1)) await page.close();
});

/** A working minute in short: open and not open, a burst, equal texts, a switch back and forth. */
async function work(tab: PlaygroundPage): Promise<void> {
  await tab.open('c1001');
  await tab.customerSays('c1001', '在吗', '在吗');
  await tab.customerSays('c1002', '这款还有黑色吗', '想要 M 码', '想要 M 码');
  await tab.reply('在的亲');
  await tab.open('c1002');
  await tab.reply('黑色有货的');
  await tab.reply('今天下单明天发');
  await tab.customerSays('c1001', '能便宜点吗');
  await tab.customerSays('c1002', '好的,那我拍了');
  await tab.open('c1001');
  await tab.open('c1002');
  await tab.open('c1001');
  await tab.reply('已经是活动价了哦');
  await tab.customerSays('c1001', '那再送双袜子');
  await tab.reply('可以的');
  await tab.open('c1002');
  await tab.reply('收到订单了');
}

const looks: [name: string, switches: Record<string, string>][] = [
  ['ids, own rows re-keyed', {}],
  ['ids, own rows replaced', { optimistic: 'replace' }],
  ['no ids, own rows at once', { ids: 'off' }],
  ['no ids, no times, own rows when the server has them', { ids: 'off', times: 'none', optimistic: 'off' }],
  ['a slow switch: head before transcript', { switchDelay: '400', ids: 'off' }],
  ['text later than its row', { lateText: '300', ids: 'off' }],
  ['recycled rows', { virtual: 'on', history: '60' }],
  ['times to the minute that change', { times: 'minute', changing: 'on', ids: 'off' }],
  ['a list in two groups', { groups: 'on' }],
];

for (const [index, [name, switches]] of looks.entries()) {
  test(`every message once, on time: ${name}`, async () => {
    const account = `look${index}`;
    const tab = await openPlayground(extension, playground.url, { account, ...switches });
    await work(tab);
    await expectTruth(extension, account, [tab]);
  });
}

test('greetings, colleagues and system rows are told from the agent', async () => {
  const account = 'authors';
  const tab = await openPlayground(extension, playground.url, { account });
  await tab.open('c1001');
  await tab.customerSays('c1001', '你好');
  await tab.says('c1001', 'auto', '您好，欢迎光临');
  await tab.says('c1001', 'system', '当前用户来自 商品详情页');
  await tab.reply('在的');
  await tab.customerSays('c1001', '多久发货');
  await tab.says('c1001', 'colleague', '今天发');
  await expect
    .poll(async () =>
      (await readTable(extension.serviceWorker, 'turns'))
        .filter((turn) => turn.account === account)
        .sort((a, b) => Number(a.index) - Number(b.index))
        .map((turn) => [turn.state, turn.endedBy]),
    )
    .toEqual([
      ['answered', 'reply'],
      ['excused', 'colleague'],
    ]);
});

test('nobody waits for a robot; from the hand-over on somebody does', async () => {
  const account = 'robot';
  const tab = await openPlayground(extension, playground.url, { account });
  await tab.open('c1001');
  await tab.says('c1001', 'system', '机器人接待中，客户可回复“转人工”联系客服');
  await tab.customerSays('c1001', '怎么退货');
  await tab.says('c1001', 'robot', '亲，在订单页点退货即可');
  await pause(300);
  expect((await turnsOf(account)).filter((turn) => turn.state !== 'bot')).toEqual([]);
  await tab.customerSays('c1001', '转人工');
  await tab.says('c1001', 'system', '客户请求转人工，现在由人工客服为您服务');
  await expect.poll(async () => (await turnsOf(account)).map((turn) => turn.state)).toContain('pending');
  await pause(500);
  await tab.reply('我来帮您办');
  await expect.poll(async () => (await turnsOf(account)).map((turn) => turn.state)).not.toContain('pending');
  const [turn] = (await turnsOf(account)).filter((one) => one.state === 'answered');
  const truth = await tab.truth();
  const at = (text: string) =>
    Math.min(...(truth.find((one) => one.text === text)?.appeared ?? []).map((one) => one.at));
  expect(turn?.handover).toBe(true);
  expect(
    Math.abs(
      Number(turn?.repliedAt) -
        Number(turn?.clockAt) -
        (at('我来帮您办') - at('客户请求转人工，现在由人工客服为您服务')),
    ),
  ).toBeLessThanOrEqual(50);
});

test('read marks and scrolling back change nothing', async () => {
  const account = 'marks';
  const tab = await openPlayground(extension, playground.url, { account, history: '60', ids: 'off' });
  await tab.open('c1001');
  await tab.customerSays('c1001', '有优惠吗');
  await tab.reply('有的');
  const rows = tab.page.locator('.wb-row');
  const before = await rows.count();
  await tab.page.locator('.wb-scroll').hover();
  await tab.page.mouse.wheel(0, -6_000);
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  await tab.page.mouse.wheel(0, 60_000);
  await tab.customerSays('c1001', '多少');
  await tab.page.getByText('已读').last().waitFor();
  await expectTruth(extension, account, [tab]);
});

for (const times of ['minute', 'second'] as const) {
  test(`a reload, times to the ${times}: what came in between was seen by nobody`, async () => {
    const account = `reload-${times}`;
    const switches = { account, ids: 'off', times };
    const tab = await openPlayground(extension, playground.url, switches);
    await tab.open('c1001');
    await tab.customerSays('c1001', '在吗');
    await tab.reply('在的');
    await tab.customerSays('c1001', '改地址');
    await tab.truth();
    const left = Date.now();
    await tab.page.goto('about:blank');
    await customerWrites('改到北京', 'c1001');
    await customerWrites('什么时候发货', 'c1002');
    // Longer than what still counts as seen.
    await pause(1_200);
    await tab.page.goto(playgroundUrl(playground.url, switches));
    await recording(extension, account, 1);
    // What is missing begins where the page was left, not at the beat before.
    const missingSince = async () =>
      (await readTable(extension.serviceWorker, 'gaps'))
        .filter((gap) => gap.kind === 'closed' && gap.account === account)
        .map((gap) => Math.abs(Number(gap.from) - left));
    await expect.poll(async () => Math.min(...(await missingSince()))).toBeLessThanOrEqual(500);
    await pause(1_100);
    await tab.open('c1002');
    await tab.reply('今天发');
    await tab.open('c1001');
    await tab.reply('改好了');
    await tab.customerSays('c1001', '再问下几天到');
    await tab.reply('三天');
    await expectTruth(extension, account, [tab]);

    async function customerWrites(text: string, conversationId: string): Promise<void> {
      const url = playgroundUrl(playground.url, switches).replace('/?', '/command?');
      const command = { op: 'append', conversationId, author: 'customer', text };
      const { ok } = await fetch(url, { method: 'POST', body: JSON.stringify(command) });
      expect(ok).toBe(true);
    }
  });
}

test('the worker stopped in the middle loses and doubles nothing', async () => {
  const account = 'stopped';
  const tab = await openPlayground(extension, playground.url, { account });
  await tab.open('c1001');
  await tab.customerSays('c1001', '可以发顺丰吗');
  await stopServiceWorker(tab.page);
  await tab.customerSays('c1001', '我补运费');
  await tab.customerSays('c1002', '这个会起球吗');
  await tab.reply('可以的');
  await stopServiceWorker(tab.page);
  await tab.open('c1002');
  await tab.reply('不会的');
  await expectTruth(extension, account, [tab]);
});

test('two tabs on one shop count each message once', async () => {
  const account = 'tabs';
  const first = await openPlayground(extension, playground.url, { account });
  const second = onPlayground(await extension.context.newPage());
  await second.page.goto(playgroundUrl(playground.url, { account }));
  await recording(extension, account, 2);
  await pause(1_100);
  await second.open('c1002');
  await first.page.bringToFront();
  await first.open('c1001');
  await first.customerSays('c1001', '一号在吗', '一号在吗');
  await first.customerSays('c1002', '二号在吗', '二号在吗');
  await first.reply('一号您好');
  await second.page.bringToFront();
  await second.reply('二号您好');
  await second.customerSays('c1003', '三号在吗', '有货吗');
  await second.open('c1003');
  await second.reply('三号您好');
  await first.page.bringToFront();
  await first.open('c1003');
  await first.customerSays('c1003', '要两件');
  await first.reply('好的,两件');
  await expectTruth(extension, account, [second, first]);
});

test('suggestions learn: passed over by typing, answered by typing, picked by its key', async () => {
  const account = 'learning';
  const question = '我那个包裹现在啥情况了';
  const answer = '亲亲那边帮您催了一下,明天上午之前一定有新消息';
  await extension.serviceWorker.evaluate(async (text) => {
    const opened = indexedDB.open('miaohui');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const reply = { id: 'own', code: 'cui', title: '催一下', text, group: '', order: 0, uses: 0, lastUsedAt: null };
    const writing = opened.result.transaction('quickReplies', 'readwrite');
    writing.objectStore('quickReplies').put(reply);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opened.result.close();
  }, answer);
  const tab = await openPlayground(extension, playground.url, { account });
  // What was put into the store by hand is read by a worker that starts anew.
  await stopServiceWorker(tab.page);
  const seen = await overlay(tab.page);
  const suggested = async () => {
    const names = [];
    const rows = seen.find({ role: 'button', name: /^Alt\+\d 填入/ });
    await rows.waitFor();
    for (let n = 1; n <= (await rows.count()); n++)
      names.push((await seen.button(new RegExp(`^Alt\\+${n} 填入`)).name()).replace(/^Alt\+\d 填入:/, ''));
    return names;
  };
  await tab.open('c1001');
  await tab.customerSays('c1001', question);
  await seen.button(/^\d+ 等待/).click();
  const first = await suggested();
  expect(first).not.toContain(answer);
  await expect.poll(async () => (await readTable(extension.serviceWorker, 'shownSuggestions')).length).toBe(1);
  await tab.reply(answer);
  const told = (await tab.truth()).filter((entry) => !entry.history).map(({ author, text }) => [author, text]);
  expect(told).toEqual([
    ['customer', question],
    ['agent', answer],
  ]);
  const ignored = () => readTable(extension.serviceWorker, 'ignoredSuggestions');
  const picks = () => readTable(extension.serviceWorker, 'picks');
  await expect.poll(ignored).toMatchObject([{ messages: [told[0]?.[1]] }]);
  expect((await ignored())[0]?.replyIds).toHaveLength(first.length);
  expect(await picks()).toMatchObject([{ replyId: 'own', typed: true, messages: [question] }]);

  await tab.open('c1002');
  await tab.customerSays('c1002', question);
  await expect.poll(suggested).toContain(answer);
  const place = (await suggested()).indexOf(answer) + 1;
  await tab.page.getByRole('textbox', { name: '回复内容' }).click();
  await tab.page.keyboard.press(`Alt+Digit${place}`);
  await expect(tab.page.getByRole('textbox', { name: '回复内容' })).toHaveValue(answer);
  await tab.page.keyboard.press('Enter');
  await expect.poll(async () => (await picks()).length).toBe(2);
  expect((await picks())[1]).toMatchObject({ replyId: 'own', messages: [question] });
  expect((await picks())[1]).not.toHaveProperty('typed');
  await pause(500);
  expect(await ignored()).toHaveLength(1);
});

async function turnsOf(account: string) {
  return (await readTable(extension.serviceWorker, 'turns')).filter((turn) => turn.account === account);
}
