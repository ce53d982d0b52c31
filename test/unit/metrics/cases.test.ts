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

/**
 * Where `actual` differs from `expected`: numbers by more than 1e-6, nulls, and what is missing or added. One list and
 * one assertion a case, because mutation testing runs them thousands of times.
 */
function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (expected === null || typeof expected !== 'object') {
    const equal =
      typeof expected === 'number' && typeof actual === 'number'
        ? Math.abs(actual - expected) <= 1e-6
        : actual === expected;
    return equal ? [] : [`${path}: ${String(actual)} for ${String(expected)}`];
  }
  if (actual === null || typeof actual !== 'object') return [`${path}: ${String(actual)} for an object`];
  const have = new Map(Object.entries(actual));
  const want = new Map(Object.entries(expected));
  return [
    ...[...have.keys()].filter((key) => !want.has(key)).map((key) => `${path}.${key}: should not be there`),
    ...[...want].flatMap(([key, value]) => differences(have.get(key), value, `${path}.${key}`)),
  ];
}

const cases = [...workedExamples, ...randomCases] as unknown as (LogCase | SplitCase)[];

describe('the metric cases', () => {
  test('are all there', () => {
    expect(workedExamples).toHaveLength(64);
    expect(randomCases).toHaveLength(400);
  });

  test.each(cases)('$name', (example) => {
    const actual = 'split' in example ? splitOf(example.split) : replay(example);
    expect(differences(actual, example.figures, example.name)).toEqual([]);
  });
});
