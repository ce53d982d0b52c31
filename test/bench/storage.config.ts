import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/**
 * A browser without a profile keeps its databases in memory, which a million messages do not fit in. BENCH_PROFILE names
 * a folder that is kept: the large store in it is filled once.
 */
const kept = process.env.BENCH_PROFILE;
const profile = kept ?? mkdtempSync(path.join(tmpdir(), 'storage-bench-'));
if (kept === undefined) process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
/** Messages in the large store: BENCH_MESSAGES, or a million. */
const messages = Number(process.env.BENCH_MESSAGES ?? 1_000_000);
/**
 * Messages come with seconds between them. BENCH_PAUSE_MS=0 takes them back to back, while the browser is still compacting
 * what it has just been given.
 */
const pauseMs = Number(process.env.BENCH_PAUSE_MS ?? 60);

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['test/bench/storageCost.ts', 'test/bench/dayCost.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    provide: { messages, keep: kept !== undefined, pauseMs },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] },
        persistentContext: profile,
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
