import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';
import { findChromium } from './chromium.mjs';
import { openClosedRoots } from './closedRoots';
import { readScrolled } from './readScrolled';

/** Enough for most pages that draw themselves after loading. */
const SETTLE_MS = 1500;
/** A page on which nothing is found yet is looked at again, so many times. */
const MOST_LOOKS = 4;
const FOUND = 0.3;
const LOAD_MS = 20_000;
const LOADED_MS = 8000;

/** The inference as a script that leaves `inferPage` on the page's global object. */
export async function inferenceScript(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const bundle = await build({
    stdin: {
      contents:
        "import { inferPage } from '@/lib/inference/inferPage'; import { readAgain } from '@/lib/inference/readAgain'; Object.assign(globalThis, { inferPage, readAgain });",
      resolveDir: root,
    },
    alias: { '@': root.replace(/\/$/u, '') },
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    tsconfigRaw: {},
  });
  return bundle.outputFiles[0]?.text ?? '';
}

/** Opens an address, and infers how to read it: again until something is found, since pages draw themselves late. */
export async function inferAddress(
  browser: Browser,
  url: string,
  script: string,
  settleMs = SETTLE_MS,
): Promise<InferredPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD_MS });
    // Chat pages may never have loaded all: something always streams.
    await page.waitForLoadState('load', { timeout: LOADED_MS }).catch(() => {});
    await page.waitForTimeout(settleMs);
    return await inferOpen(page, script, settleMs);
  } finally {
    await page.close();
  }
}

/** The same on a page that is open already. */
export async function inferOpen(page: Page, script: string, settleMs = SETTLE_MS): Promise<InferredPage> {
  // A page that leads on to another one while it is looked at is looked at there.
  let found = await look(page, script).catch(async () => {
    await page.waitForTimeout(settleMs);
    return look(page, script);
  });
  for (let looks = 1; looks < MOST_LOOKS; looks++) {
    const grows = found.confidence >= FOUND;
    await page.waitForTimeout(grows ? settleMs / 3 : settleMs);
    const again = await look(page, script);
    const isSettled = grows && again.messages.length <= found.messages.length;
    if (again.confidence >= found.confidence || again.messages.length > found.messages.length) found = again;
    if (isSettled) break;
  }
  return readScrolled(page, found);
}

async function look(page: Page, script: string): Promise<InferredPage> {
  await openClosedRoots(page);
  await page.evaluate(script);
  return page.evaluate<InferredPage>('inferPage(document, new Date().toISOString().slice(0, 10))');
}

async function main(url: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const { adapter, confidence, unsure, messages, conversations, composer } = await inferAddress(
      browser,
      url,
      await inferenceScript(),
    );
    console.log(JSON.stringify({ adapter, confidence, unsure, messages, conversations, composer }));
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.argv[2];
  if (url === undefined) {
    console.error('Which page? npm run -s infer -- http://127.0.0.1:4173/');
    process.exitCode = 1;
  } else {
    await main(url).catch((error: unknown) => {
      console.error(`The page could not be read: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    });
  }
}
