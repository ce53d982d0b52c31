import { type Browser, chromium, expect, test } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { agentAt, listShows } from '../realWorkbenches/converse/agent';
import { installProbe } from '../realWorkbenches/converse/probe';
import { type ConverseWorkbench, startConverse } from '../realWorkbenches/converse/startConverse';

/** The harness itself, without the extension: both truths must agree before anything is measured against them. */

let browser: Browser;
let workbench: ConverseWorkbench;

test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  workbench = await startConverse({ customers: 4 });
});

test.afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

test('what the probe saw in Converse.js is what customers and agent sent', async () => {
  const { customers, url } = workbench;
  const [wang, li, chen, ouyang] = customers;
  if (!wang || !li || !chen || !ouyang) throw new Error('Four customers were asked for.');
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const outside: string[] = [];
  context.on('request', (request) => {
    // The page's own policy stops the requests for its sponsors' logos; Chromium announces them all the same.
    void request.response().then((response) => {
      if (response !== null && new URL(request.url()).hostname !== '127.0.0.1') outside.push(request.url());
    });
  });
  const probe = await installProbe(context);
  const page = await context.newPage();
  const agent = await agentAt(page, { url, customers });
  const badge = (jid: string) => probe.badges.filter((each) => each.page === page && each.conversation === jid).at(-1);

  await test.step('open and not open, a burst, equal texts', async () => {
    await agent.open(wang);
    await wang.say('在吗');
    await wang.say('在吗');
    await li.say('这件有货吗');
    // Converse counts messages that come while it first makes the conversation as one.
    await expect.poll(() => badge(li.jid)?.unread).toBe(1);
    await li.say('想要黑色 M 码');
    await expect.poll(() => badge(li.jid)?.unread).toBe(2);
    await agent.reply('亲,在的');
    await agent.open(li);
    await expect.poll(() => badge(li.jid)?.unread).toBe(0);
    await agent.reply('有货的');
    await agent.reply('今天下单明天发');
    await agent.open(wang);
    await wang.say('好的,那我拍了');
    await agent.reply('谢谢亲');
    await expect.poll(() => wang.received.length).toBe(2);
  });

  await test.step('a reload while customers write', async () => {
    // Converse writes its own copy of the conversations late: what it had not written is not there after a reload.
    await page.waitForTimeout(1500);
    await page.goto('about:blank');
    // What is sent before the server noticed goes to the page that is no more, and Converse never shows its badge.
    await expect.poll(() => [wang.agentTabs(), chen.agentTabs()]).toEqual([0, 0]);
    await wang.say('改个地址可以吗');
    await chen.say('能便宜点吗');
    await page.goBack();
    await listShows(page, customers);
    await expect.poll(() => badge(chen.jid)?.unread, { timeout: 10_000 }).toBe(1);
    await agent.open(chen);
    await agent.reply('亲,已经是活动价了');
  });

  await test.step('a second tab', async () => {
    const secondPage = await context.newPage();
    const second = await agentAt(secondPage, { url, customers });
    await second.open(ouyang);
    await ouyang.say('发什么快递');
    await expect(secondPage.getByText('发什么快递')).toBeVisible();
    await second.reply('中通');
    await expect.poll(() => ouyang.received.length).toBe(1);
    await agent.open(ouyang);
    await expect(page.locator('converse-chat-message', { hasText: '中通' })).toHaveCount(1);
    await agent.open(wang);
    await expect(page.locator('converse-chat-message', { hasText: '改个地址可以吗' })).toHaveCount(1);
    await page.screenshot({ path: '.output/converse.png' });
  });

  await test.step('both truths agree', async () => {
    for (const customer of customers) {
      await expect
        .poll(() => probe.rows.filter((row) => row.conversation === customer.jid && row.author === 'customer'))
        .toHaveLength(customer.sent.length);
      const rows = probe.rows.filter((row) => row.conversation === customer.jid);
      const said = rows.filter((row) => row.author === 'customer');
      expect(said.map(({ id, text }) => ({ id, text }))).toEqual(customer.sent.map(({ id, text }) => ({ id, text })));
      for (const [index, { at }] of said.entries()) expect(at).toBeGreaterThanOrEqual(customer.sent[index]?.at ?? 0);
      const answered = rows.filter((row) => row.author === 'own');
      expect(answered.map(({ id, text }) => ({ id, text }))).toEqual(
        customer.received.map(({ id, text }) => ({ id, text })),
      );
    }
    for (const reply of agent.sent) {
      const row = probe.rows.find(({ text, author }) => author === 'own' && text === reply.text);
      expect(row?.conversation).toBe(reply.conversation);
      expect(row?.at).toBeGreaterThanOrEqual(reply.at);
      // Converse shows an own row at once, before the server has it.
      expect((row?.at ?? 0) - reply.at).toBeLessThan(500);
    }
    expect(outside).toEqual([]);
  });
  await context.close();
});
