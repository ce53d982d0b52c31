import { expect, test } from 'vitest';
import { maskName } from '@/lib/domain/conversation';

test.each([
  ['王小萍', '王*萍'],
  ['李四', '李*'],
  ['王', '王'],
  ['S*******n', 'S*n'],
  ['', '–'],
  [null, '–'],
])('a customer called %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
