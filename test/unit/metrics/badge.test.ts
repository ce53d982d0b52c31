import { expect, test } from 'vitest';
import type { LiveView, TabState, Waiting } from '@/lib/domain/live';
import { badgeOf } from '@/lib/metrics/badge';

const now = 1_000_000;

function view(waits: [waitedMs: number, closingOnly?: boolean][], status: TabState = { state: 'recording' }): LiveView {
  const waiting = waits.map(([waitedMs, closingOnly = false]) => ({
    startedAt: now - waitedMs,
    limitMs: 180_000,
    closingOnly,
  }));
  return { waiting: waiting as Waiting[], tabs: [{ status }] } as LiveView;
}

test.each([
  ['nobody waits', view([]), { text: '', tone: 'none' }],
  ['two wait', view([[5_000], [120_000]]), { text: '2', tone: 'waiting' }],
  ['one is past two thirds of the limit', view([[5_000], [120_001]]), { text: '2', tone: 'near' }],
  ['one is at the limit', view([[180_000]]), { text: '1', tone: 'near' }],
  ['one is over it', view([[180_001], [1_000]]), { text: '2', tone: 'late' }],
  ['who only said thanks is not counted', view([[500_000, true], [1_000]]), { text: '1', tone: 'waiting' }],
  [
    'a tab is not read',
    view([[500_000]], { state: 'notReading', since: 0, problem: 'noList' }),
    { text: '!', tone: 'stopped' },
  ],
])('%s', (_, live, badge) => {
  expect(badgeOf(live, 'on', now)).toEqual(badge);
});

test('one tab of two that is not read is enough', () => {
  const [stopped] = view([], { state: 'notReading', since: 0, problem: 'noList' }).tabs;
  const { tabs, ...rest } = view([[5_000]]);
  const both = { ...rest, tabs: stopped === undefined ? tabs : [...tabs, stopped] };
  expect(badgeOf(both, 'on', now)).toEqual({ text: '!', tone: 'stopped' });
});

test('a pause and a missing consent come before any number', () => {
  const late = view([[500_000]], { state: 'notReading', since: 0, problem: 'noList' });
  expect(badgeOf(late, 'paused', now)).toEqual({ text: '‖', tone: 'paused' });
  expect(badgeOf(late, 'noConsent', now)).toEqual({ text: '', tone: 'none' });
});
