import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Where most mutants are found soonest: small tests first, then the worked cases, properties last. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const rank = (path: string) =>
      /ropert|explain\.|twoTabs|Rules|rollup/.test(path) ? 2 : path.includes('cases.test') ? 1 : 0;
    return [...files].sort((a, b) => rank(a.moduleId) - rank(b.moduleId) || a.moduleId.localeCompare(b.moduleId));
  }
}

/** What mutation testing runs: the unit tests of the figures and of alignment, properties with few runs each. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['test/unit/{metrics,alignment,calibration,format}/**/*.test.ts'],
    // It starts a process of its own, in which no mutant is active.
    exclude: ['test/unit/metrics/replayCommand.test.ts'],
    environment: 'node',
    env: { FC_RUNS: '50' },
    // Mutants are switched on inside functions, so files may share what they import: a worker for each file costs more than its tests.
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
});
