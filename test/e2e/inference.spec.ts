import { expect, test } from '@playwright/test';
import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferAddress, inferenceScript, inferOpen } from '../../scripts/infer';
import { compare, startCases } from '../bench/inferenceCases';
import { agentAt } from '../realWorkbenches/converse/agent';
import { startConverse } from '../realWorkbenches/converse/startConverse';

test('the playground in every skin and every chat library are read exactly, without a question', async () => {
  test.setTimeout(120_000);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const { cases, close } = await startCases(browser);
  try {
    const script = await inferenceScript();
    const unknown = cases.filter(({ name }) => !name.startsWith('documented') && !name.startsWith('held'));
    expect(unknown).toHaveLength(10);
    for (const one of unknown) {
      const { name, url, truth } = one;
      const found = await inferAddress(browser, url, script);
      const expected = await truth();
      const { exact, wrong } = compare(one, expected, found);
      expect(wrong, `${name}: said by nobody`).toEqual([]);
      expect(exact, `${name}: of ${expected.length}`).toBe(expected.length);
      expect(found.unsure, name).toEqual([]);
      expect(found.composer, name).not.toBeNull();
    }
  } finally {
    await close();
    await browser.close();
  }
});

test('Converse.js is read exactly, its adapter withheld', async () => {
  test.setTimeout(120_000);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const workbench = await startConverse({ customers: 3 });
  try {
    const { customers, url } = workbench;
    const [wang, li] = customers;
    if (!wang || !li) throw new Error('Three customers were asked for.');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const agent = await agentAt(page, { url, customers });
    const isShown = (text: string) => page.getByText(text, { exact: true }).last().waitFor();
    await agent.open(wang);
    const said: [author: 'customer' | 'agent', text: string][] = [
      ['customer', '这件外套还有M码吗'],
      ['agent', '亲，有的哦'],
      ['customer', '好的谢谢'],
      ['customer', '什么时候发货'],
      ['agent', '今天下午就发'],
      ['customer', '收到'],
    ];
    for (const [author, text] of said) {
      if (author === 'customer') await wang.say(text);
      else await agent.reply(text);
      await isShown(text);
    }
    await li.say('在吗');
    await page.waitForTimeout(500);
    const found = await inferOpen(page, await inferenceScript());
    expect(found.messages.map(({ author, text }) => [author, text])).toEqual(said);
    expect(found.unsure).toEqual([]);
    expect(found.composer).not.toBeNull();
    // A customer who waits stands in two groups of the list, by a name alone: that one is left out.
    const others = customers.filter((one) => one !== li).map(({ name }) => name);
    expect(found.conversations.map(({ name }) => name)).toEqual(expect.arrayContaining(others));
  } finally {
    await browser.close();
    await workbench.close();
  }
});
