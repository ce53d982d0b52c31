import { expect, it } from 'vitest';
import { itemAt } from '@/lib/alignment/itemAt';

it('a position outside is a fault that says where it is', () => {
  expect(itemAt(['a', 'b'], 1)).toBe('b');
  expect(() => itemAt(['a', 'b'], 2)).toThrow('No item 2 among 2.');
});
