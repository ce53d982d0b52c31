/**
 * Draws every scene of the dashboard at two window sizes, in Chinese light and dark (and English light, at the smaller
 * one), and writes pictures to .output/gallery/. `tsx scripts/dashboardGallery/shots.ts today` for scenes whose name
 * contains a word. Fails on errors in the page, when a page is wider than its window, and when a card is narrower than
 * what stands in it.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../chromium.mjs';

const root = resolve(import.meta.dirname, '../..');
const output = resolve(root, '.output/gallery');
const words = process.argv.slice(2);

const looks = [
  { width: 1366, height: 768, language: 'zh-CN', theme: 'light' },
  { width: 1366, height: 768, language: 'zh-CN', theme: 'dark' },
  { width: 1366, height: 768, language: 'en', theme: 'light' },
  { width: 1920, height: 1080, language: 'zh-CN', theme: 'light' },
  { width: 1920, height: 1080, language: 'zh-CN', theme: 'dark' },
] as const;

/** What is done in a scene before the picture is taken. */
const steps: Record<string, (page: Page) => Promise<void>> = {
  'replies-editing': async (page) => page.locator('.mh-reply__open').nth(6).click(),
  'replies-group': async (page) => {
    await page.locator('.mh-groups__item').nth(3).click();
    await page.locator('.mh-reply__open').first().click();
  },
  'settings-words': async (page) => page.locator('.mh-twoline').first().scrollIntoViewIfNeeded(),
  'calibration-sources': async (page) => page.locator('.mh-report-sources').locator('..').locator('summary').click(),
  'settings-profile': async (page) => {
    await page.locator('.mh-editor__group').first().scrollIntoViewIfNeeded();
  },
  'settings-profile-below': async (page) => {
    await page.locator('.mh-exempt').scrollIntoViewIfNeeded();
  },
  'settings-below': async (page) => {
    await page.locator('.mh-rules summary').click();
    await page.locator('.mh-main__page').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  },
};

await mkdir(output, { recursive: true });
const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  cacheDir: resolve(root, '.output/dashboard-gallery-cache'),
  resolve: { alias: { '@': root } },
  server: { port: 0, host: '127.0.0.1', fs: { allow: [root] }, watch: null },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const found: string[] = [];
try {
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The gallery server has no address.');
  const page = await browser.newPage({ deviceScaleFactor: 1, locale: 'zh-CN' });
  page.on('pageerror', (error) => found.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'dashboardGallery' in window);
  const names = await page.evaluate(() => window.dashboardGallery.names);
  for (const name of names.filter((each) => words.length === 0 || words.some((word) => each.includes(word)))) {
    for (const { width, height, language, theme } of looks) {
      await page.setViewportSize({ width, height });
      await page.evaluate(([scene, tongue, look]) => window.dashboardGallery.show(scene, tongue, look), [
        name,
        language,
        theme,
      ] as const);
      await page.waitForSelector('.mh');
      await page.waitForTimeout(60);
      await steps[name]?.(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${name} ${language} is ${wide} px wider than ${width}`);
      const spilling = await page.evaluate(() =>
        [...document.querySelectorAll('.mh-card, .mh-all__group, .mh-kpis__row > *')]
          .filter((box) => box.scrollWidth > box.clientWidth + 1)
          .map((box) => box.querySelector('h2, h3, th')?.textContent ?? box.className),
      );
      for (const box of spilling) found.push(`${name} ${language} ${width}: ${box} is narrower than what stands in it`);
      const tongue = language === 'en' ? 'en' : 'zh';
      await page.screenshot({ path: resolve(output, `dashboard-${name}-${width}-${tongue}-${theme}.png`) });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`Pictures are in ${output}`);
for (const problem of new Set(found)) console.error(problem);
process.exitCode = found.length > 0 ? 1 : 0;
