import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Writes a picture of the page, `file` from the repository's root, once fonts are there; nothing blinks or moves in it.
 * Those of the documentation are renewed only by `npm run docs:images`: a test run changes no file that git tracks.
 */
export async function takeScreenshot(page: Page, file: `docs/${string}.png` | `.output/${string}.png`): Promise<void> {
  const path = `${root}${file.startsWith('docs/') && !process.env.UPDATE_DOCS ? `.output/${file}` : file}`;
  await mkdir(dirname(path), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', scale: 'css' });
}
