import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests in a real Chromium. One at a time: they compare times to 50 ms, and two browsers on two cores would
 * measure each other. No retries: what fails now and then fails.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  use: { actionTimeout: 10_000 },
  reporter: [['list']],
});
