import { expect, test } from 'vitest';
import type { Waiting } from '@/lib/domain/live';
import { nextDeadline } from '@/lib/metrics/nextDeadline';

function waiting(conversationId: string, startedAt: number, limitMs: number): Waiting {
  return {
    conversationId,
    workbenchId: 'playground',
    conversationKey: conversationId,
    name: conversationId,
    shop: null,
    startedAt,
    atLeast: false,
    first: true,
    transferred: false,
    followUp: false,
    closingOnly: false,
    incoming: 1,
    preview: null,
    turnNumber: 1,
    limitMs,
  };
}

test.each([
  ['the first step, one ms after a third', 0, 60_001],
  ['a step that was reached but not passed', 60_000, 60_001],
  ['the second step once the first is passed', 60_001, 120_001],
  ['the limit itself', 120_001, 180_001],
])('%s', (_, now, at) => {
  expect(nextDeadline([waiting('a', 0, 180_000)], now)).toEqual({ at, conversationId: 'a' });
});

test('none is to come after the limit, and none when nobody waits', () => {
  expect(nextDeadline([waiting('a', 0, 180_000)], 180_001)).toBeNull();
  expect(nextDeadline([], 0)).toBeNull();
});

test('the earliest of all waits, with whose it is; of equal ones the first', () => {
  const both = [waiting('slow', 0, 180_000), waiting('fast', 50_000, 30_000)];
  expect(nextDeadline(both, 55_000)).toEqual({ at: 60_001, conversationId: 'slow' });
  expect(nextDeadline(both, 60_001)).toEqual({ at: 70_001, conversationId: 'fast' });
  expect(nextDeadline([waiting('a', 0, 30_000), waiting('b', 0, 30_000)], 0)?.conversationId).toBe('a');
});

test('a third that is no whole ms is passed at the next one', () => {
  expect(nextDeadline([waiting('a', 0, 100)], 0)?.at).toBe(34);
});
