import { describe, expect, it } from 'vitest';
import { learn } from '@/lib/alignment/learn';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, row } from './builders';

const gains = (
  stored: Partial<StoredEntry>,
  seen: Partial<AlignableRow>,
  { previous, next, strong = true }: { previous?: number; next?: number; strong?: boolean } = {},
) =>
  learn({
    entry: entry('a', { at: 1000, ...stored }),
    row: row('a', seen),
    previous: previous === undefined ? undefined : entry('p', { at: previous }),
    next: next === undefined ? undefined : entry('n', { at: next }),
    strong,
  });

it('a row that says nothing new teaches nothing', () => {
  expect(gains({}, {})).toBeNull();
  expect(gains({ id: '7', token: 'r:1' }, { id: '7', token: 'r:1' })).toBeNull();
  expect(gains({ id: '7' }, { id: null, textHash: null, length: null })).toBeNull();
});

it('text with its length, and id', () => {
  expect(gains({}, { textHash: 'b', length: 9 })).toEqual({ textHash: 'b', length: 9 });
  expect(gains({ id: 'temporary' }, { id: '8' })).toEqual({ id: '8' });
});

it('a token, only where the entry is beyond doubt', () => {
  expect(gains({ token: 'b:1' }, { token: 'a:1' })).toEqual({ token: 'a:1 b:1' });
  expect(gains({ token: 'b:1' }, { token: 'a:1' }, { strong: false })).toBeNull();
  expect(gains({ token: 'b:1' }, {})).toBeNull();
});

it('a shown time, when it is finer than the stored one', () => {
  const shown = (precision: 'second' | 'minute' | 'day') => ({ shown: { at: 60_000, precision } });
  expect(gains({}, shown('day'))).toEqual({ shownAt: 60_000, shownPrecision: 'day' });
  const minute = { shownAt: 0, shownPrecision: 'minute' as const };
  expect(gains(minute, shown('second'))).toEqual({ shownAt: 60_000, shownPrecision: 'second' });
  expect(gains(minute, shown('minute'))).toBeNull();
  expect(gains(minute, shown('day'))).toBeNull();
});

it('a mark that comes late, on an own row only', () => {
  const own = { author: 'agent' as const };
  expect(gains(own, { author: 'automatic' })).toEqual({ author: 'auto' });
  expect(gains(own, { author: 'colleague' })).toEqual({ author: 'colleague' });
  expect(gains(own, { author: 'assist' })).toEqual({ author: 'assist' });
  expect(gains(own, { author: 'own' })).toBeNull();
  expect(gains(own, { author: 'customer' })).toBeNull();
  expect(gains({ author: null, event: 'closed' }, { author: null, event: 'closed' })).toBeNull();
  expect(gains({ author: 'auto' }, { author: 'own' })).toBeNull();
  expect(gains({ author: 'auto' }, { author: 'colleague' })).toBeNull();
});

describe('a row that was seen arriving', () => {
  const uncertain = { uncertain: true };

  it('times what was uncertain, between its neighbours', () => {
    const timed = { observedAt: 900, at: 900, uncertain: false };
    expect(gains(uncertain, { seenAt: 900 })).toEqual(timed);
    expect(gains(uncertain, { seenAt: 900 }, { previous: 900, next: 900 })).toEqual(timed);
    expect(gains(uncertain, { seenAt: 900 }, { previous: 901 })).toEqual({ observedAt: 900 });
    expect(gains(uncertain, { seenAt: 900 }, { next: 899 })).toEqual({ observedAt: 900 });
  });

  it('keeps the time of what was certain, and the first moment of what was seen before', () => {
    expect(gains({}, { seenAt: 900 })).toEqual({ observedAt: 900 });
    expect(gains({ ...uncertain, observedAt: 950 }, { seenAt: 900 })).toBeNull();
  });

  it('makes history count, unless it is out of order', () => {
    expect(gains({ history: true }, { seenAt: 900 })).toEqual({
      observedAt: 900,
      at: 900,
      uncertain: false,
      history: false,
    });
    expect(gains({ history: true }, { seenAt: 900 }, { previous: 901 })).toBeNull();
  });
});
