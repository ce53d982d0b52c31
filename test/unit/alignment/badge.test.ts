import { describe, expect, it } from 'vitest';
import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { BadgeInput, BadgeState } from '@/lib/alignment/badgeTypes';
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
const at0 = (total: number): BadgeState => ({ unread: 0, total, active: false, at: noon });
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
  const later = { unread: 0, total: 1, active: false, at: noon + seconds(110) };
  expect(badgeMoved({ item: item(1), readAt: noon + seconds(100), previous: later })).toBe(false);
  expect(grow(1, later, 1, []).inserted).toEqual([]);
});

/** One recorder's list readings of one conversation, in the order in which they are processed. */
function readBadges(readings: readonly Pick<BadgeInput, 'item' | 'readAt' | 'incomingTotal' | 'tail'>[]) {
  let previous: BadgeState | null = at0(0);
  let provisional = 0;
  return readings.map((reading) => {
    const total: number = reading.incomingTotal + provisional;
    const { inserted, state } = badgeGrowth({ ...reading, previous, incomingTotal: total });
    previous = state;
    provisional += inserted.length;
    return inserted.length;
  });
}

const seenAt = (...times: number[]) =>
  times.map((at) => entry('a', { at: noon + seconds(at), observedAt: noon + seconds(at) }));
const shows = (at: number, unread: number, incoming: readonly StoredEntry[], fields = {}) => ({
  item: item(unread, fields),
  readAt: noon + seconds(at),
  incomingTotal: incoming.length,
  tail: incoming,
});

describe('a badge whose conversation is read as well', () => {
  it('announces what comes after the agent has left a conversation whose rows this tab had read', () => {
    const rows = seenAt(20, 30, 37);
    const readings = [
      shows(10, 0, [], { active: true }),
      shows(38, 0, rows),
      shows(39, 1, rows),
      shows(80, 2, rows),
      shows(90, 2, rows, { active: true }),
    ];
    expect(readBadges(readings)).toEqual([0, 0, 1, 1, 0]);
    expect(badgeMoved({ item: item(0), readAt: noon, previous: { ...at0(0), active: true } })).toBe(true);
  });

  it('announces nothing when it is processed after another tab’s rows, however many of its readings are late', () => {
    const rows = seenAt(100.02, 103, 104);
    expect(readBadges([shows(100, 1, rows), shows(103.01, 2, rows), shows(104.01, 3, rows)])).toEqual([0, 0, 0]);
    expect(readBadges([shows(100, 1, rows), shows(104.01, 3, rows), shows(130, 4, rows)])).toEqual([0, 0, 1]);
  });

  it('keeps what came after a reset that is processed late, for the badge that will show it', () => {
    const rows = seenAt(59.9, 103);
    const readings = [shows(60, 1, rows.slice(0, 1)), shows(100, 0, rows), shows(103.01, 1, rows), shows(140, 2, rows)];
    expect(readBadges(readings)).toEqual([0, 0, 0, 1]);
  });
});

it('gives a message that another tab recorded the earlier time at which this badge had shown it', () => {
  const tail = [entry('a', { at: noon }), entry('b', { at: noon + seconds(101), observedAt: noon + seconds(101) })];
  const { inserted, earlier, changedFrom } = grow(1, at0(1), 2, tail);
  expect(inserted).toEqual([]);
  expect(earlier).toEqual([{ key: tail[1]?.key, at: noon + seconds(100) }]);
  expect(changedFrom).toBe(noon + seconds(100));
  const behindReply = [entry('r', { author: 'agent', at: noon + seconds(100.5) }), ...tail.slice(1)];
  expect(grow(1, at0(1), 2, behindReply).earlier).toEqual([]);
});
