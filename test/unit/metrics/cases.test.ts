import { describe, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { splitOf } from '@/lib/metrics/figures/split';
import { replay } from '@/lib/metrics/replay';
import randomCases from '@/test/fixtures/metrics/randomCases.json';
import workedExamples from '@/test/fixtures/metrics/workedExamples.json';

interface LogCase {
  name: string;
  profile: Profile;
  now: number | null;
  final: boolean;
  log: LogEntry[];
  figures: Record<string, unknown>;
}

interface SplitCase {
  name: string;
  split: { startedAt: number; openedAt: number | null; firstKeyAt: number | null; repliedAt: number };
  figures: Record<string, unknown>;
}

/** Every number of `expected` stands in `actual` to 1e-6, every null as null, and nothing is missing or added. */
function expectFigures(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number');
    expect(Math.abs(Number(actual) - expected), `${path}: ${String(actual)} for ${expected}`).toBeLessThanOrEqual(1e-6);
    return;
  }
  if (expected === null || typeof expected !== 'object') {
    expect(actual, path).toBe(expected);
    return;
  }
  expect(Object.keys(Object(actual)).sort(), path).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    expectFigures(Object.entries(Object(actual)).find(([name]) => name === key)?.[1], value, `${path}.${key}`);
  }
}

const cases = [...workedExamples, ...randomCases] as unknown as (LogCase | SplitCase)[];

describe('the metric cases', () => {
  test('are all there', () => {
    expect(workedExamples).toHaveLength(64);
    expect(randomCases).toHaveLength(400);
  });

  test.each(cases)('$name', (example) => {
    const actual = 'split' in example ? splitOf(example.split) : replay(example);
    expectFigures(actual, example.figures, example.name);
  });
});
