import { expect, it } from 'vitest';
import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { BadgeState } from '@/lib/alignment/badgeTypes';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, noon, seconds } from './builders';

const item = (unread: number | null, fields = {}) => ({
  conversation: { key: 'c', keyedBy: 'id' as const, name: null },
  unread,
  active: false,
  preview: null,
  waitingSince: null,
  ...fields,
});
const at0 = (total: number): BadgeState => ({ unread: 0, total, at: noon });
const grow = (
  unread: number | null,
  previous: BadgeState | null,
  incomingTotal: number,
  tail: StoredEntry[],
  fields = {},
) => badgeGrowth({ item: item(unread, fields), readAt: noon + seconds(100), previous, incomingTotal, tail });

it('announces as many messages as the badge grew by, observed now', () => {
  const { inserted, state } = grow(2, at0(4), 4, []);
  expect(inserted).toMatchObject([
    { provisional: true, at: noon + seconds(100), uncertain: false },
    { provisional: true, observedAt: noon + seconds(100) },
  ]);
  expect(state).toEqual({ unread: 2, total: 6, active: false, at: noon + seconds(100) });
});

it('does not count what another tab has just read, and does count what it read long ago', () => {
  const read = (at: number) => [entry('a', { at: noon + seconds(at), observedAt: noon + seconds(at) })];
  expect(grow(1, at0(4), 5, read(99)).inserted).toEqual([]);
  expect(grow(1, { ...at0(4), at: noon + seconds(50) }, 5, read(10)).inserted).toHaveLength(1);
});

it('announces, at an unknown time, what a new recorder finds beyond the known unanswered messages', () => {
  expect(grow(1, null, 1, [entry('a', { at: noon })]).inserted).toEqual([]);
  const { inserted } = grow(2, null, 0, [], { waitingSince: noon });
  expect(inserted).toMatchObject([
    { at: noon, uncertain: true },
    { at: noon + seconds(100), uncertain: true },
  ]);
});

it('takes a dot for at least one, an open conversation for none, and an old reading that comes again for nothing', () => {
  expect(grow(null, at0(0), 0, []).inserted).toHaveLength(1);
  expect(grow(1, at0(0), 0, [], { active: true }).inserted).toEqual([]);
  const later = { unread: 0, total: 1, at: noon + seconds(110) };
  expect(badgeMoved({ item: item(1), readAt: noon + seconds(100), previous: later })).toBe(false);
  expect(grow(1, later, 1, []).inserted).toEqual([]);
});
