/**
 * Draws every scene of the gallery in Chinese and English, light and dark, and writes pictures to .output/gallery/.
 * `npm run gallery` for all, `npm run gallery -- popup-3 40` for scenes whose name contains one of the words.
 * Fails when a surface is larger than its bounds or cuts a text without an ellipsis.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../chromium.mjs';
import type { SceneReport } from './main';

const root = resolve(import.meta.dirname, '../..');
const output = resolve(root, '.output/gallery');
const words = process.argv.slice(2);

/** Largest size of a surface by the beginning of its scene's name, px. */
const bounds: readonly [string, { width: number; height: number }][] = [
  ['overlay-pill', { width: 168, height: 36 }],
  ['overlay-10', { width: 272, height: 330 }],
  ['overlay-40', { width: 272, height: 330 }],
  ['overlay-small', { width: 245, height: 379 }],
  ['overlay-large', { width: 313, height: 484 }],
  ['overlay', { width: 272, height: 420 }],
  ['popup', { width: 340, height: 560 }],
];

function problems(name: string, report: SceneReport): string[] {
  const limit = bounds.find(([start]) => name.startsWith(start))?.[1];
  if (limit === undefined) return [`${name} has no bounds`];
  const tooLarge = report.width > limit.width + 0.5 || report.height > limit.height + 0.5;
  return [
    ...(tooLarge ? [`${name} is ${report.width} × ${report.height}, more than ${limit.width} × ${limit.height}`] : []),
    ...report.clipped.map((text) => `${name} cuts ${text}`),
  ];
}

await mkdir(output, { recursive: true });
const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  cacheDir: resolve(root, '.output/gallery-cache'),
  resolve: { alias: { '@': root } },
  server: { port: 0, host: '127.0.0.1', fs: { allow: [root] }, watch: null },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const found: string[] = [];
try {
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The gallery server has no address.');
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1, locale: 'zh-CN' });
  page.on('pageerror', (error) => found.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'gallery' in window);
  const names = await page.evaluate(() => window.gallery.names);
  for (const name of names.filter((each) => words.length === 0 || words.some((word) => each.includes(word)))) {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const report = await page.evaluate(([scene, lang, look]) => window.gallery.show(scene, lang, look), [
          name,
          language,
          theme,
        ] as const);
        found.push(...problems(name, report).map((text) => `${language} ${theme}: ${text}`));
        const path = resolve(output, `${name}-${language === 'en' ? 'en' : 'zh'}-${theme}.png`);
        const clip = name.startsWith('popup')
          ? { x: 0, y: 0, width: report.width, height: Math.max(1, report.height) }
          : undefined;
        await page.screenshot(clip === undefined ? { path } : { path, clip });
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`Pictures are in ${output}`);
for (const problem of new Set(found)) console.error(problem);
process.exitCode = found.length > 0 ? 1 : 0;
