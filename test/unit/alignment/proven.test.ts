import { expect, it } from 'vitest';
import { provenNewFrom } from '@/lib/alignment/proven';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, noon, row } from './builders';

const from = (stored: Partial<StoredEntry>, ...seen: (number | null)[]) =>
  provenNewFrom(
    [entry('a', { at: noon, ...stored })],
    seen.map((offset) => row('a', { seenAt: offset === null ? null : noon + offset })),
  );

it('a row is new for certain when it was seen arriving more than five seconds after all that is stored', () => {
  expect(from({}, null, 5000, 5001, 9000)).toBe(2);
  expect(from({}, 5000)).toBe(1);
  expect(from({}, null)).toBe(1);
  expect(from({ observedAt: noon - 3000 }, 2000, 2001)).toBe(1);
});

it('an entry that shows only its minute may be as late as the minute’s end', () => {
  const minute = { shownAt: noon, shownPrecision: 'minute' as const };
  expect(from(minute, 65_000, 65_001)).toBe(1);
  expect(from({ ...minute, observedAt: noon }, 5001)).toBe(0);
});
