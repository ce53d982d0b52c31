import { expect, test } from 'vitest';
import { toExportTurn } from '@/lib/exports/exportTurn';
import { turnOf } from '../metrics/turnOf';

test('nothing that the store hangs on a turn goes along, and messages lose their keys', () => {
  const stored = {
    ...turnOf(2_000, { startedAt: 1_000 }),
    workbenchId: 'playground',
    account: '小满',
    unansweredTexts: ['在吗'],
    generation: 3,
  };
  const exported = toExportTurn({
    turn: stored,
    conversation: { name: '王小萍', shop: '花间' },
    split: null,
    messages: [{ at: 1_000, author: 'customer', text: '在吗', ...{ key: 'k' } }],
  });
  expect(exported).toMatchObject({ startedAt: 1_000, workbenchId: 'playground', shop: '花间', customerName: '王小萍' });
  expect(Object.keys(exported)).not.toContain('unansweredTexts');
  expect(Object.keys(exported)).not.toContain('generation');
  expect(exported.messages).toEqual([{ at: 1_000, author: 'customer', text: '在吗' }]);
  expect(
    toExportTurn({ turn: stored, conversation: { name: null, shop: null }, split: null, messages: null }),
  ).toMatchObject({ messages: null, customerName: null });
});
