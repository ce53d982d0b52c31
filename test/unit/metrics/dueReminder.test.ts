import { expect, test } from 'vitest';
import type { Waiting } from '@/lib/domain/live';
import { dueReminder, reminderKey } from '@/lib/metrics/dueReminder';

const now = 1_800_000_000_000;

function waited(seconds: number, change: Partial<Waiting> = {}): Waiting {
  return {
    conversationId: `c${seconds}`,
    workbenchId: 'playground',
    conversationKey: `c${seconds}`,
    name: '王*萍',
    shop: null,
    startedAt: now - seconds * 1000,
    atLeast: false,
    first: true,
    transferred: false,
    followUp: false,
    closingOnly: false,
    incoming: 1,
    preview: null,
    turnNumber: 1,
    limitMs: 180_000,
    ...change,
  };
}

const base = { now, minuteOfDay: 600, quietHours: null, reminded: new Set<string>(), lastAt: null };

test('a wait is reminded of from five sixths of its limit on', () => {
  expect(dueReminder({ ...base, waiting: [waited(149)] })).toBeNull();
  expect(dueReminder({ ...base, waiting: [waited(150)] })?.conversationId).toBe('c150');
});

test('of several the longest, each once', () => {
  const waiting = [waited(160), waited(170), waited(20)];
  expect(dueReminder({ ...base, waiting })?.conversationId).toBe('c170');
  const reminded = new Set([reminderKey(waited(170))]);
  expect(dueReminder({ ...base, waiting, reminded })?.conversationId).toBe('c160');
});

test('of two equally long ones the first in the list', () => {
  const waiting = [waited(160, { conversationId: 'a' }), waited(160, { conversationId: 'b' })];
  expect(dueReminder({ ...base, waiting })?.conversationId).toBe('a');
  expect(dueReminder({ ...base, waiting: [waited(170), waited(160)] })?.conversationId).toBe('c170');
});

test('at most one in 30 s', () => {
  expect(dueReminder({ ...base, waiting: [waited(160)], lastAt: now - 29_999 })).toBeNull();
  expect(dueReminder({ ...base, waiting: [waited(160)], lastAt: now - 30_000 })).not.toBeNull();
});

test('not for a wait that may need no answer', () => {
  expect(dueReminder({ ...base, waiting: [waited(160, { closingOnly: true })] })).toBeNull();
});

test.each([
  [22 * 60, true],
  [2 * 60, true],
  [7 * 60, false],
  [12 * 60, false],
])('quiet hours over midnight: minute %i is quiet: %s', (minuteOfDay, quiet) => {
  const quietHours = { fromMinute: 22 * 60, toMinute: 7 * 60 };
  expect(dueReminder({ ...base, waiting: [waited(160)], minuteOfDay, quietHours }) === null).toBe(quiet);
});

test.each([
  [12 * 60 - 1, false],
  [12 * 60, true],
  [13 * 60 - 1, true],
  [13 * 60, false],
])('quiet hours within a day: minute %i is quiet: %s', (minuteOfDay, quiet) => {
  const quietHours = { fromMinute: 12 * 60, toMinute: 13 * 60 };
  expect(dueReminder({ ...base, waiting: [waited(160)], minuteOfDay, quietHours }) === null).toBe(quiet);
});

test('quiet hours that end as they begin are none', () => {
  const quietHours = { fromMinute: 600, toMinute: 600 };
  expect(dueReminder({ ...base, waiting: [waited(160)], quietHours })).not.toBeNull();
});
