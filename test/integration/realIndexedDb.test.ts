import { expect, test } from 'vitest';

test('runs in a browser with a real IndexedDB', () => {
  expect(indexedDB).toBeInstanceOf(IDBFactory);
});
