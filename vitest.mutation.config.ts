import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the unit tests of the figures and of alignment, properties with few runs each. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['test/unit/{metrics,alignment,calibration,format}/**/*.test.ts'],
    // It starts a process of its own, in which no mutant is active.
    exclude: ['test/unit/metrics/replayCommand.test.ts'],
    environment: 'node',
    env: { FC_RUNS: '50' },
  },
});
