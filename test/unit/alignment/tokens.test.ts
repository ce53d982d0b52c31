import { expect, it } from 'vitest';
import { tokensOf, withToken } from '@/lib/alignment/tokens';

it('no stored form means no tokens', () => {
  expect(tokensOf(null)).toEqual([]);
  expect(tokensOf('a:1 b:2')).toEqual(['a:1', 'b:2']);
});

it('the newest stands first; an observer’s older token goes', () => {
  expect(withToken(null, 'a:1')).toBe('a:1');
  expect(withToken('a:1', 'b:1')).toBe('b:1 a:1');
  expect(withToken('a:1 b:1', 'a:12')).toBe('a:12 b:1');
  expect(withToken('a:9 b:1', 'b:1')).toBe('a:9 b:1');
});

it('three observers are kept, and names with a colon in them are whole names', () => {
  expect(withToken('c:1 b:1 a:1', 'd:1')).toBe('d:1 c:1 b:1');
  expect(withToken('x:a:1', 'x:b:1')).toBe('x:b:1 x:a:1');
});
