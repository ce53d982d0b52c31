import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '../../../scripts/chromium.mjs';

/** The build that the tests drive: `npm run build:e2e`, or the folder in EXTENSION_PATH. */
export const builtExtension =
  process.env.EXTENSION_PATH ?? fileURLToPath(new URL('../../../.output/e2e-chrome-mv3', import.meta.url));

export interface LaunchOptions {
  /** Folder of the unpacked extension; the e2e build when absent. */
  extensionPath?: string;
  /** Profile to keep, to start the browser twice on the same data; a fresh one that is deleted when absent. */
  userDataDir?: string;
  /** 1366 × 768 when absent. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Language of the browser, as in LANGUAGE; zh_CN when absent. */
  language?: string;
  headless?: boolean;
  /** Names that are found at 127.0.0.1, and that the extension was granted nothing on. */
  strangers?: readonly string[];
  /** Keep the tab that opens after the installation; else it is closed, for a test begins with its own pages. */
  keepWelcome?: boolean;
}

export interface LaunchedExtension {
  context: BrowserContext;
  extensionId: string;
  /** Stays the same object when the worker is stopped and starts again. */
  serviceWorker: Worker;
  /** Address of a page of the extension, such as `popup.html`. */
  pageUrl(page: string): string;
  close(): Promise<void>;
}

/** Starts Chromium with the extension and waits until its worker runs. */
export async function launchWithExtension(options: LaunchOptions = {}): Promise<LaunchedExtension> {
  const extensionPath = options.extensionPath ?? builtExtension;
  if (!existsSync(join(extensionPath, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${extensionPath}: run \`npm run build:e2e\` first.`);
  }
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'miaohui-profile-')));
  await writeDeveloperMode(userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: findChromium(),
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1366, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    // The language of an extension follows the environment; the runner's own default locale would come before it.
    locale: (options.language ?? 'zh_CN').replace('_', '-'),
    // The agents that this is for live in one time zone; so do the profiles of their platforms.
    env: { ...process.env, LANGUAGE: options.language ?? 'zh_CN', TZ: 'Asia/Shanghai' },
    args: [
      `--disable-extensions-except=${extensionPath}`,
      `--load-extension=${extensionPath}`,
      '--no-sandbox',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${[
        ...(options.strangers ?? []).map((name) => `MAP ${name} 127.0.0.1`),
        'MAP * ~NOTFOUND',
        'EXCLUDE 127.0.0.1',
        'EXCLUDE localhost',
      ].join(', ')}`,
    ],
  });
  if (options.keepWelcome !== true) closeWelcome(context);
  const close = async () => {
    await context.close();
    if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const serviceWorker =
      context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
    const extensionId = new URL(serviceWorker.url()).host;
    return {
      context,
      extensionId,
      serviceWorker,
      pageUrl: (page) => `chrome-extension://${extensionId}/${page}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes the dashboard's welcome whenever the browser opens it; what a test opens has no address yet. */
function closeWelcome(context: BrowserContext): void {
  const isWelcome = (url: string) => /^chrome-extension:.*\/dashboard\.html#welcome$/.test(url);
  const closeIfWelcome = async (page: Page) => {
    await page.waitForLoadState('domcontentloaded').catch(() => undefined);
    if (isWelcome(page.url())) await page.close();
  };
  for (const page of context.pages()) void closeIfWelcome(page);
  context.on('page', (page) => void closeIfWelcome(page));
}

/** Without developer mode `runtime.reload()` switches an unpacked extension off. */
async function writeDeveloperMode(userDataDir: string): Promise<void> {
  const file = join(userDataDir, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(join(userDataDir, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}
