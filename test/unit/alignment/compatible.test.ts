import { describe, expect, it } from 'vitest';
import { authorOfRow, compatible, idsDiffer, sameContent, sideOf, timesDiffer } from '@/lib/alignment/compatible';
import type { ShownTime } from '@/lib/domain/reading';
import { entry, row } from './builders';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it('authors of rows have their names in the metrics', () => {
  expect(authorOfRow).toEqual({
    customer: 'customer',
    own: 'agent',
    automatic: 'auto',
    assist: 'assist',
    colleague: 'colleague',
  });
});

it('there are two sides, and each event is one of its own', () => {
  expect(sideOf('customer', null)).toBe('incoming');
  for (const author of ['agent', 'auto', 'assist', 'colleague'] as const) expect(sideOf(author, null)).toBe('outgoing');
  expect(sideOf(null, 'closed')).toBe('event:closed');
});

it('content is the same with one side and, where both are known, one text', () => {
  expect(sameContent(entry('a'), row('a'))).toBe(true);
  expect(sameContent(entry('a'), row('b'))).toBe(false);
  expect(sameContent(entry('a'), row('a', { author: 'own' }))).toBe(false);
  expect(sameContent(entry('a', { author: 'auto' }), row('a', { author: 'own' }))).toBe(true);
  expect(sameContent(entry(null), row('a'))).toBe(true);
  expect(sameContent(entry('a'), row(null))).toBe(true);
  const closed = { author: null, event: 'closed' as const };
  expect(sameContent(entry(null, closed), row(null, closed))).toBe(true);
  expect(sameContent(entry(null, closed), row(null, { author: null, event: 'accepted' }))).toBe(false);
});

it('ids differ when both are known', () => {
  expect(idsDiffer(entry('a', { id: '1' }), row('a', { id: '2' }))).toBe(true);
  expect(idsDiffer(entry('a', { id: '1' }), row('a', { id: '1' }))).toBe(false);
  expect(idsDiffer(entry('a'), row('a', { id: '1' }))).toBe(false);
  expect(idsDiffer(entry('a', { id: '1' }), row('a'))).toBe(false);
});

describe('shown times', () => {
  const noon = Date.UTC(2026, 10, 21, 12);
  const shown = (at: number, precision: ShownTime['precision']): ShownTime => ({ at: noon + at, precision });
  const differ = (stored: ShownTime | null, seen: ShownTime | null, author: 'customer' | 'own' = 'customer') => {
    const fields = { shownAt: stored?.at ?? null, shownPrecision: stored?.precision ?? null };
    const kept = entry('a', { ...fields, author: author === 'own' ? 'agent' : 'customer' });
    return timesDiffer(kept, row('a', { author, shown: seen }));
  };

  it('cannot differ while one of them is unknown', () => {
    expect(differ(null, shown(0, 'second'))).toBe(false);
    expect(differ(shown(0, 'second'), null)).toBe(false);
    expect(timesDiffer(entry('a', { shownAt: 5 }), row('a', { shown: shown(0, 'second') }))).toBe(false);
  });

  it('are compared at the coarser precision, whichever side has it', () => {
    expect(differ(shown(0, 'second'), shown(1000, 'second'))).toBe(true);
    expect(differ(shown(0, 'second'), shown(0, 'second'))).toBe(false);
    for (const [a, b] of [
      [shown(0, 'minute'), shown(59_000, 'second')],
      [shown(59_000, 'second'), shown(0, 'minute')],
    ] as const)
      expect(differ(a, b)).toBe(false);
    expect(differ(shown(0, 'minute'), shown(60_000, 'second'))).toBe(true);
    expect(differ(shown(60_000, 'second'), shown(0, 'minute'))).toBe(true);
    expect(differ(shown(0, 'minute'), shown(minute, 'minute'))).toBe(true);
  });

  it('to the minute say nothing of the day, over midnight either', () => {
    expect(differ(shown(0, 'minute'), shown(day, 'minute'))).toBe(false);
    expect(differ(shown(0, 'minute'), shown(-day, 'minute'))).toBe(false);
    expect(differ(shown(0, 'minute'), shown(day + minute, 'minute'))).toBe(true);
    expect(differ(shown(0, 'minute'), shown(-day - minute, 'minute'))).toBe(true);
    expect(differ(shown(0, 'minute'), shown(day - minute, 'minute'), 'own')).toBe(false);
    expect(differ(shown(0, 'minute'), shown(day / 2, 'minute'))).toBe(true);
  });

  it('on own rows may be this computer’s first, and the server’s a moment later', () => {
    expect(differ(shown(0, 'second'), shown(90_000, 'second'), 'own')).toBe(false);
    expect(differ(shown(0, 'second'), shown(91_000, 'second'), 'own')).toBe(true);
    expect(differ(shown(0, 'second'), shown(-90_000, 'second'), 'own')).toBe(false);
    expect(differ(shown(0, 'minute'), shown(minute, 'minute'), 'own')).toBe(false);
    expect(differ(shown(0, 'minute'), shown(2 * minute, 'minute'), 'own')).toBe(true);
  });

  it('to the day hold the whole day, and the hour more of a day on which clocks go back', () => {
    expect(differ(shown(0, 'day'), shown(0, 'second'))).toBe(false);
    expect(differ(shown(0, 'day'), shown(25 * hour - 1000, 'second'))).toBe(false);
    expect(differ(shown(0, 'day'), shown(25 * hour, 'second'))).toBe(true);
    expect(differ(shown(0, 'day'), shown(-1000, 'second'))).toBe(true);
    expect(differ(shown(-1000, 'second'), shown(0, 'day'))).toBe(true);
    expect(differ(shown(0, 'day'), shown(-1000, 'second'), 'own')).toBe(true);
  });

  it('to the day on both sides are the same day or another, also when clocks change in between', () => {
    expect(differ(shown(0, 'day'), shown(0, 'day'))).toBe(false);
    for (const hours of [23, 24, 25]) {
      expect(differ(shown(0, 'day'), shown(hours * hour, 'day'))).toBe(true);
      expect(differ(shown(hours * hour, 'day'), shown(0, 'day'))).toBe(true);
    }
  });

  it('are part of what makes a row fit, beside content and ids', () => {
    const stored = entry('a', { id: '1', shownAt: noon, shownPrecision: 'second' });
    expect(compatible(stored, row('a', { id: '1', shown: shown(0, 'second') }))).toBe(true);
    expect(compatible(stored, row('a', { id: '1', shown: shown(1000, 'second') }))).toBe(false);
    expect(compatible(stored, row('a', { id: '2' }))).toBe(false);
    expect(compatible(stored, row('b', { id: '1' }))).toBe(false);
  });
});
