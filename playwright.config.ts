import { defineConfig } from '@playwright/test';

/** These compare times to 50 ms: two browsers on two cores would measure each other. */
const timed = ['**/converse.spec.ts', '**/playground.spec.ts'];

/** Long runs, by scripts of their own. */
const long = ['**/walks.spec.ts'];

/**
 * End-to-end tests in a real Chromium. `timing` runs by itself, one at a time; the rest two at a time (see the script
 * test:e2e). No retries: what fails now and then fails.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  use: { actionTimeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'timing', testMatch: timed },
    { name: 'rest', testIgnore: [...timed, ...long] },
    { name: 'walks', testMatch: '**/walks.spec.ts' },
  ],
});
