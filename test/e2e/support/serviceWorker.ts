import type { BrowserContext, Page } from '@playwright/test';

/**
 * Stops the extension's worker for good, as the browser does after 30 idle seconds, and waits until the browser says
 * that it has stopped. (Under a debugger it would otherwise live for ever.) It starts again by itself at the next
 * message, which may be at once.
 */
export async function stopServiceWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const stopped = new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error('After 5 s no worker has stopped.')), 5_000);
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  } finally {
    await session.detach();
  }
}

/** Waits until the extension's worker runs again. */
export async function serviceWorkerRuns(context: BrowserContext): Promise<void> {
  await waitForWorkers(context, (count) => count > 0);
}

/** How many workers of extensions run at this moment. */
export async function runningServiceWorkers(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('This context belongs to no browser.');
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    return targetInfos.filter(({ url }) => url.startsWith('chrome-extension://')).length;
  } finally {
    await session.detach();
  }
}

async function waitForWorkers(context: BrowserContext, fits: (count: number) => boolean): Promise<void> {
  const until = Date.now() + 5000;
  for (;;) {
    const count = await runningServiceWorkers(context);
    if (fits(count)) return;
    if (Date.now() > until) throw new Error(`After 5 s there are ${count} running workers.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
