import { parseArgs } from 'node:util';
import type { CDPSession } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import { startRecording } from '../e2e/support/consent';
import { launchWithExtension } from '../e2e/support/launch';
import { openPlayground } from '../e2e/support/playgroundPage';
import { stopServiceWorker } from '../e2e/support/serviceWorker';
import { putRecords } from '../e2e/support/store';
import { startPlayground } from '../playground/server';

/**
 * How long the palette takes to its first results with the worker asleep, over a library of 10,000 replies. Needs
 * `npm run build:e2e`. `npm run bench:palette -- --openings 20`.
 *
 * `shown`: from the key press to the palette with its results in the page, seen through the debugger.
 * `keyFloor`: from a key press to the page's own input event, seen the same way: what looking costs.
 * `answered`: the worker's first answer to an empty query, asked by a page of the extension, worker asleep.
 * `wakeFloor`: a message that nobody answers, worker asleep: what waking costs.
 */
const { values } = parseArgs({ options: { openings: { type: 'string', default: '20' } } });
const openings = Number(values.openings);

/** Inside a page of the extension. */
declare const chrome: typeof Browser;

const playground = await startPlayground({ port: 0 });
const extension = await launchWithExtension();
try {
  await startRecording(extension);
  const replies = Array.from({ length: 10_000 }, (_, order) => ({
    id: `r${order}`,
    code: `z${order}`,
    title: `短语${order}`,
    text: `亲，第 ${order} 条短语的内容，现货当天发出`,
    group: '其他',
    order,
    uses: order % 7,
    lastUsedAt: null,
  }));
  await putRecords(extension.serviceWorker, 'quickReplies', replies);
  const tab = await openPlayground(extension, playground.url, { account: 'bench' });
  await tab.open('c1001');
  const { page } = tab;
  const session = await page.context().newCDPSession(page);
  const field = page.getByRole('textbox', { name: '回复内容' });
  await field.click();
  await page.waitForTimeout(1_000);

  const shown: number[] = [];
  const keyFloor: number[] = [];
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'inputSeen' });
  await page.evaluate(`document.addEventListener('input', () => window.inputSeen?.(''), { capture: true })`);
  await session.send('DOM.enable');
  for (let i = 0; i < openings; i++) {
    await field.fill('');
    await page.waitForTimeout(300);
    await stopServiceWorker(page);
    await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const seen = once(session, 'Runtime.bindingCalled');
    const open = inserted(session, 'palette');
    const start = performance.now();
    await session.send('Input.insertText', { text: '/' });
    keyFloor.push((await seen) - start);
    shown.push((await open) - start);
    await page.keyboard.press('Escape');
  }

  const answered: number[] = [];
  const wakeFloor: number[] = [];
  const { host } = new URL(extension.serviceWorker.url());
  const popup = await extension.context.newPage();
  await popup.goto(`chrome-extension://${host}/dashboard.html`);
  const timed = (type: string, data: object) =>
    popup.evaluate(
      async ([name, sent]) => {
        const start = performance.now();
        await chrome.runtime.sendMessage({ id: 1, type: name, data: sent, timestamp: Date.now() }).catch(() => null);
        return performance.now() - start;
      },
      [type, data] as const,
    );
  for (let i = 0; i < openings; i++) {
    await stopServiceWorker(popup);
    wakeFloor.push(await timed('nobodyListens', {}));
    await stopServiceWorker(popup);
    answered.push(await timed('searchReplies', { recorderId: 'none', query: '', limit: 20 }));
  }
  console.log(
    JSON.stringify(
      {
        openings,
        shown: spread(shown),
        keyFloor: spread(keyFloor),
        answered: spread(answered),
        wakeFloor: spread(wakeFloor),
      },
      null,
      2,
    ),
  );
} finally {
  await extension.close();
  await playground.close();
}

function once(from: CDPSession, event: 'Runtime.bindingCalled'): Promise<number> {
  return new Promise((resolve) => from.once(event, () => resolve(performance.now())));
}

/** When an element with this in its class is put into the page, closed roots included. */
function inserted(from: CDPSession, part: string): Promise<number> {
  return new Promise((resolve) => {
    const look = ({ node }: { node: { attributes?: string[] } }) => {
      if (!node.attributes?.some((value) => value.includes(part))) return;
      from.off('DOM.childNodeInserted', look);
      resolve(performance.now());
    };
    from.on('DOM.childNodeInserted', look);
  });
}

function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { least: at(0), median: at(0.5), p90: at(0.9), most: at(1) };
}
