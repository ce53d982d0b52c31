import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './scripts/chromium.mjs';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [await WxtVitest()],
        // Properties run a thousand times; on a busy machine that takes longer than the five seconds of the default.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        plugins: [await WxtVitest()],
        test: { name: 'components', include: ['test/components/**/*.test.tsx'], environment: 'jsdom' },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/integration/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
