import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** Messages in the large store: BENCH_MESSAGES, or a million. */
const messages = Number(process.env.BENCH_MESSAGES ?? 1_000_000);

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['test/bench/storageCost.ts'],
    testTimeout: 3_600_000,
    provide: { messages },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
