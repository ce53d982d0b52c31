import { expect, it } from 'vitest';
import { acceptReadings } from '@/lib/messaging/acceptReadings';

const recorder = { id: 'r', workbenchId: 'plain', origin: 'https://chat.example.com', account: null, shop: null };
const conversation = { key: 'c', keyedBy: 'id', name: null };
const row = {
  author: 'customer',
  event: null,
  id: null,
  text: '在吗',
  shown: null,
  seenAt: 5,
  token: null,
  sendActionAt: null,
};
const transcript = { kind: 'transcript', readAt: 5, conversation, rows: [row], reachesEnd: true, baseline: false };
const item = { conversation, unread: 1, active: false, preview: null, waitingSince: null };
const list = { kind: 'list', readAt: 5, items: [item], ambiguousNames: [], baseline: false };

it.each([
  ['no reading', 'hello'],
  ['of no known kind', { ...transcript, kind: 'events' }],
  ['at no time', { ...transcript, readAt: Number.NaN }],
  ['before all time', { ...transcript, readAt: -1 }],
  ['of nobody', { ...transcript, conversation: { ...conversation, key: '' } }],
  ['with a text beyond all bounds', { ...transcript, rows: [{ ...row, text: 'x'.repeat(20_001) }] }],
  ['with a row by a stranger', { ...transcript, rows: [{ ...row, author: 'robot' }] }],
  ['with a badge below zero', { ...list, items: [{ ...item, unread: -1 }] }],
])('refuses a reading that is %s, and keeps those beside it', (_, bad) => {
  const { readings, refused } = acceptReadings({ recorder, readings: [transcript, bad, list] });
  expect(readings).toEqual([transcript, list]);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(/^reading 1: /u);
});

it('keeps every field that the store knows of', () => {
  const arrived = { ...list, items: [{ ...item, arrived: true, unread: null, waitingSince: 3 }] };
  expect(acceptReadings({ recorder, readings: [arrived] })).toEqual({ recorder, readings: [arrived], refused: [] });
});

it('takes a message without readings for none, and one without a recorder for an error', () => {
  expect(acceptReadings({ recorder, readings: 'none' }).readings).toEqual([]);
  expect(() => acceptReadings({ readings: [transcript] })).toThrow();
  expect(() => acceptReadings(null)).toThrow();
});
