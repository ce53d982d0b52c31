import { expect, it } from 'vitest';
import { align } from '@/lib/alignment/align';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { applied, entry, noon, reading, row } from './builders';

/** Each letter a message with its own id, a second after the one before. */
const stored = (ids: string): StoredEntry[] =>
  [...ids].map((id, i) => entry(id, { id, key: id, seq: i + 1, at: noon + i * 1000 }));
const page = (ids: string): AlignableRow[] => [...ids].map((id) => row(id, { id }));
const afterwards = (ids: string, seen: string) => {
  const tail = stored(ids);
  const result = align({ tail, tailComplete: true, reading: reading(page(seen)) });
  return {
    result,
    order: applied(tail, result)
      .map(({ id }) => id)
      .join(''),
  };
};

it('what was missed stands behind the row that is in front of it on the page', () => {
  expect(afterwards('abc', 'abxyc').order).toBe('abxyc');
  expect(afterwards('abcd', 'axbcyd').order).toBe('axbcyd');
});

it('is not lost behind a row that another tab shows earlier than its place at the end', () => {
  const { result, order } = afterwards('abcz', 'azxbc');
  expect(order).toBe('axbcz');
  expect(result.gap).toBeNull();
});

it('comes in the order of its places, also where rows crossed', () => {
  const { result } = afterwards('abcdze', 'azxbycde');
  const places = result.inserted.map(({ entry: { seq } }) => seq);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).toHaveLength(2);
});

it('a known row that another tab shows in front of the first is not stored again as history', () => {
  expect(afterwards('abz', 'zab').order).toBe('abz');
  expect(afterwards('abz', 'xzab').order).toBe('xabz');
});
