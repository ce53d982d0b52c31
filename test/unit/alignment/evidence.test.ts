import { expect, it } from 'vitest';
import { evidenceOf } from '@/lib/alignment/evidence';
import { entry, row } from './builders';

it('a rare text says much, one that stands everywhere nothing, an unknown one nothing', () => {
  const tail = [entry('a'), entry('a'), entry('rare'), entry(null)];
  const rows = [row('a'), row('a'), row('rare'), row(null)];
  const bits = evidenceOf(tail, rows);
  expect(bits(entry('a'), row('a'))).toBe(1);
  expect(bits(entry('rare'), row('rare'))).toBe(2);
  expect(bits(entry(null), row('a'))).toBe(0);
  expect(bits(entry('a'), row(null))).toBe(0);
  // The same text on the other side is another text.
  expect(evidenceOf([entry('a')], [row('a', { author: 'own' })])(entry('a'), row('a'))).toBe(1);
});

it('arrivals at the same moment speak for it, at others against it, in between neither', () => {
  const bits = evidenceOf([entry('a')], [row('a')]);
  const apart = (ms: number) => bits(entry(null, { observedAt: 100_000 }), row(null, { seenAt: 100_000 + ms }));
  expect([0, 2999, -2999].map(apart)).toEqual([8, 8, 8]);
  expect([3000, -3000, 60_000, -60_000].map(apart)).toEqual([0, 0, 0, 0]);
  expect([60_001, -60_001].map(apart)).toEqual([-8, -8]);
  expect(bits(entry(null, { observedAt: 100_000 }), row(null))).toBe(0);
  expect(bits(entry(null), row(null, { seenAt: 100_000 }))).toBe(0);
});

it('times shown to the second speak for it', () => {
  const bits = evidenceOf([entry('a')], [row('a')]);
  const shown = (precision: 'second' | 'minute') => row(null, { shown: { at: 1000, precision } });
  const stored = entry(null, { shownAt: 1000, shownPrecision: 'second' });
  expect(bits(stored, shown('second'))).toBe(6);
  expect(bits(stored, shown('minute'))).toBe(0);
  expect(bits(entry(null), shown('second'))).toBe(0);
  expect(bits(stored, row(null))).toBe(0);
});
