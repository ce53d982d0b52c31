import { describe, expect, it } from 'vitest';
import { align } from '@/lib/alignment/align';
import type { AlignableRow, AlignInput } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, noon, reading, row } from './builders';

const readAt = noon + 3_600_000;
const known = (fields: Partial<StoredEntry> = {}) => entry('k', { key: 'k', id: 'k', seq: 1, at: noon, ...fields });
const knownRow = row('k', { id: 'k' });
const announced = (offset: number, seq: number, fields: Partial<StoredEntry> = {}) => {
  const at = noon + offset;
  return entry(null, { key: `p${offset}`, provisional: true, at, observedAt: at, seq, ...fields });
};
const checked = (offset: number, seq: number) =>
  entry(null, { key: `c${offset}`, author: null, event: 'checked', at: noon + offset, seq });

const take = (tail: StoredEntry[], rows: AlignableRow[], rest: Partial<AlignInput> = {}) =>
  align({ tail, tailComplete: true, reading: reading([knownRow, ...rows], { readAt }), ...rest });

it('a row that was seen arriving becomes an entry as a whole', () => {
  const seenAt = noon + 5000;
  const shown = { at: noon + 4000, precision: 'second' as const };
  const fields = { id: '7', length: 3, shown, seenAt, token: 'r:9' };
  const result = take([known()], [row('new', fields)]);
  expect(result.inserted).toEqual([
    {
      row: 1,
      entry: {
        seq: 2,
        at: seenAt,
        author: 'customer',
        event: null,
        id: '7',
        textHash: 'new',
        length: 3,
        observedAt: seenAt,
        shownAt: shown.at,
        shownPrecision: 'second',
        token: 'r:9',
        provisional: false,
        history: false,
        uncertain: false,
        recalled: false,
      },
    },
  ]);
  expect(result).toMatchObject({ incomingAdded: 1, changedFrom: seenAt, removed: [], gap: null });
  expect(result.skewSamplesMs).toEqual([-1000]);
});

it('only a customer’s row with seconds that was seen arriving tells the difference of the clocks', () => {
  const seenAt = noon + 5000;
  const second = { at: noon, precision: 'second' as const };
  const samples = (fields: Partial<AlignableRow>) => take([known()], [row('x', fields)]).skewSamplesMs;
  expect(samples({ seenAt, shown: second })).toEqual([-5000]);
  expect(samples({ seenAt, shown: { ...second, precision: 'minute' } })).toEqual([]);
  expect(samples({ seenAt })).toEqual([]);
  expect(samples({ shown: second })).toEqual([]);
  expect(samples({ seenAt, shown: second, author: 'own' })).toEqual([]);
});

it('an event that stands on the page is an entry without author, and adds no customer’s message', () => {
  const result = take([known()], [row(null, { author: null, event: 'closed', seenAt: noon + 9 })]);
  expect(result.inserted).toMatchObject([{ entry: { author: null, event: 'closed', at: noon + 9 } }]);
  expect(result).toMatchObject({ incomingAdded: 0, changedFrom: noon + 9 });
});

it('our own row changes figures, but adds no customer’s message', () => {
  const result = take([known()], [row('r', { author: 'own', seenAt: noon + 9 })]);
  expect(result).toMatchObject({ incomingAdded: 0, changedFrom: noon + 9 });
});

describe('a row that was announced', () => {
  it('keeps place and first moment, and gains what the row shows', () => {
    const result = take([known(), announced(3000, 2)], [row('b', { id: '5', token: 'r:1' })]);
    expect(result.inserted).toEqual([]);
    expect(result.matched[1]).toEqual({
      row: 1,
      key: 'p3000',
      changes: {
        seq: 2,
        at: noon + 3000,
        author: 'customer',
        id: '5',
        textHash: 'b',
        length: 1,
        observedAt: noon + 3000,
        shownAt: null,
        shownPrecision: null,
        token: 'r:1',
        provisional: false,
        history: false,
        uncertain: false,
      },
    });
    expect(result).toMatchObject({ changedFrom: noon + 3000, incomingAdded: 0 });
  });

  it('takes the earlier of the moments at which badge and row were seen', () => {
    const time = (rowAt: number) =>
      take([known(), announced(3000, 2)], [row('b', { seenAt: noon + rowAt })]).matched[1];
    expect(time(2900)?.changes).toMatchObject({ at: noon + 2900, observedAt: noon + 2900, uncertain: false });
    expect(time(3100)?.changes).toMatchObject({ at: noon + 3000, observedAt: noon + 3000, uncertain: false });
  });

  it('is certain from the row alone when the badge’s moment was not', () => {
    const vague = { uncertain: true, observedAt: null };
    const seen = take([known(), announced(3000, 2, vague)], [row('b', { seenAt: noon + 3500 })]).matched[1];
    expect(seen?.changes).toMatchObject({ at: noon + 3500, observedAt: noon + 3500, uncertain: false });
    const stood = take([known(), announced(3000, 2, vague)], [row('b')]).matched[1];
    expect(stood?.changes).toMatchObject({ at: noon + 3000, observedAt: null, uncertain: true });
  });
});

describe('places', () => {
  const seqs = (tail: StoredEntry[], rows: AlignableRow[]) => {
    const { inserted, matched } = take(tail, rows);
    return [
      ...inserted.map(({ row: number, entry: { seq } }) => [number, seq]),
      ...matched.slice(1).map(({ row: number, changes }) => [number, changes?.seq]),
    ];
  };

  it('behind everything that is stored, one after the other', () => {
    expect(seqs([known({ seq: 4 })], [row('a'), row('b')])).toEqual([
      [1, 5],
      [2, 6],
    ]);
    expect(seqs([known(), checked(10, 2)], [row('a', { seenAt: noon + 20 })])).toEqual([[1, 3]]);
  });

  it('in front of a check that was stored for a later moment', () => {
    expect(seqs([known(), checked(3000, 2)], [row('a', { seenAt: noon + 2999 })])).toEqual([[1, 1.5]]);
    expect(seqs([known(), checked(3000, 2)], [row('a', { seenAt: noon + 3000 })])).toEqual([[1, 3]]);
    const twice = [row('a', { seenAt: noon + 1 }), row('b', { seenAt: noon + 2 })];
    expect(seqs([known(), checked(3000, 2)], twice)).toEqual([
      [1, 1.5],
      [2, 1.75],
    ]);
  });

  it('in front of the announced message that follows', () => {
    expect(seqs([known(), announced(3000, 2)], [row('a', { author: 'own' }), row('b')])).toEqual([
      [1, 1.5],
      [2, 2],
    ]);
  });

  it('a row that nobody saw does not pass an announced message that has no row yet', () => {
    const rows = [row('r', { author: 'own' })];
    expect(seqs([known(), announced(3_599_000, 2)], rows)).toEqual([[1, 3]]);
    const seen = [row('r', { author: 'own', seenAt: noon + 500 })];
    expect(seqs([known(), announced(3_599_000, 2)], seen)).toEqual([[1, 1.5]]);
  });

  it('its time is never before what stands in front of it', () => {
    const [first] = take([known({ at: noon + 7000 })], [row('a', { seenAt: noon + 5000 })]).inserted;
    expect(first?.entry).toMatchObject({ at: noon + 7000, observedAt: noon + 5000 });
    const late = take([known(), checked(3000, 2)], [row('a', { seenAt: noon + 5000 })]).inserted;
    expect(late[0]?.entry.at).toBe(noon + 5000);
  });
});

describe('a conversation that nobody knows', () => {
  const first = (rows: AlignableRow[], waitingSince: number | null = null) =>
    align({ tail: [], tailComplete: true, waitingSince, reading: reading(rows, { readAt, baseline: true }) });

  it('begins, for its first waiting customer’s row, where the workbench’s own clock says', () => {
    const at = (waiting: number | null, rows = [row('r', { author: 'own' }), row('a'), row('b')]) =>
      first(rows, waiting).inserted.map(({ entry: each }) => [each.at - noon, each.uncertain, each.history]);
    expect(at(noon + 600)).toEqual([
      [600, true, true],
      [600, true, false],
      [3_600_000, true, false],
    ]);
    expect(at(readAt + 1)[1]).toEqual([3_600_000, true, false]);
    expect(at(null)[1]).toEqual([3_600_000, true, false]);
    expect(at(noon + 600, [row('a', { seenAt: noon + 900 })])).toEqual([[900, false, false]]);
  });

  it('history is no news', () => {
    const result = first([row('a'), row('r', { author: 'own' })]);
    expect(result.inserted.map(({ entry: { seq, history, uncertain } }) => [seq, history, uncertain])).toEqual([
      [1, true, true],
      [2, true, true],
    ]);
    expect(result).toMatchObject({ incomingAdded: 0, changedFrom: null, gap: null, matched: [] });
  });

  it('an empty page says nothing at all', () => {
    expect(align({ tail: [known()], tailComplete: true, reading: reading([], { readAt }) })).toEqual({
      matched: [],
      inserted: [],
      removed: [],
      gap: null,
      changedFrom: null,
      incomingAdded: 0,
      skewSamplesMs: [],
    });
  });
});

describe('rows in front of and between known ones', () => {
  it('history counts its places down, and takes the time of what follows where it shows none', () => {
    const shown = { at: noon - 500, precision: 'second' as const };
    const later = { at: noon + 500, precision: 'second' as const };
    const rows = [row('a'), row('b', { shown }), row('c', { shown: later }), knownRow];
    const result = align({ tail: [known()], tailComplete: true, clockSkewMs: 100, reading: reading(rows, { readAt }) });
    expect(result.inserted.map(({ row: n, entry: { seq, at } }) => [n, seq, at - noon])).toEqual([
      [0, -2, -600],
      [1, -1, -600],
      [2, 0, 0],
    ]);
    for (const { entry: each } of result.inserted)
      expect(each).toMatchObject({ history: true, uncertain: true, observedAt: null });
    expect(result).toMatchObject({ changedFrom: null, incomingAdded: 0 });
  });

  it('is not stored again where the tail was cut', () => {
    const rows = [row('a'), knownRow];
    expect(align({ tail: [known()], tailComplete: false, reading: reading(rows, { readAt }) }).inserted).toEqual([]);
  });

  const between = (rows: AlignableRow[], left: Partial<StoredEntry> = {}, right: Partial<StoredEntry> = {}) =>
    align({
      tail: [known({ at: noon, ...left }), entry('z', { id: 'z', seq: 2, at: noon + 10_000, ...right })],
      tailComplete: true,
      reading: reading([knownRow, ...rows, row('z', { id: 'z' })], { readAt }),
    });

  it('what was missed stands between its neighbours in place and time', () => {
    const seen = [row('b', { seenAt: noon + 4000 }), row('c', { seenAt: noon + 5000, author: 'own' })];
    const result = between(seen);
    expect(result.inserted.map(({ row: n, entry: e }) => [n, e.seq, e.at - noon, e.uncertain, e.history])).toEqual([
      [1, 1.5, 4000, false, false],
      [2, 1.75, 5000, false, false],
    ]);
    expect(result).toMatchObject({ incomingAdded: 1, changedFrom: noon + 4000 });
  });

  it('is uncertain where it had to be moved', () => {
    const [early] = between([row('b', { seenAt: noon - 4000 })]).inserted;
    expect(early?.entry).toMatchObject({ at: noon, observedAt: noon - 4000 });
    const [late] = between([row('b', { seenAt: noon + 14_000 })]).inserted;
    expect(late?.entry).toMatchObject({ at: noon + 10_000, uncertain: true });
    const [unseen] = between([row('b')]).inserted;
    expect(unseen?.entry).toMatchObject({ at: noon + 10_000, uncertain: true, observedAt: null });
  });

  it('is history between history only', () => {
    const history = (left: boolean, right: boolean) =>
      between([row('b')], { history: left }, { history: right }).inserted[0]?.entry.history;
    expect([history(true, true), history(true, false), history(false, true)]).toEqual([true, false, false]);
  });
});

describe('what is recorded as a gap', () => {
  const gap = (rows: AlignableRow[], fields: Partial<AlignInput['reading']> = {}, tail = [entry('a', { at: noon })]) =>
    align({ tail, tailComplete: true, reading: reading(rows, { readAt, ...fields }) }).gap;

  it('runs from the last stored moment to the reading', () => {
    expect(gap([row('x')])).toEqual({ from: noon, to: readAt, reason: 'noOverlap' });
    expect(gap([row('x')], { readAt: noon - 5 })).toEqual({ from: noon - 5, to: noon - 5, reason: 'noOverlap' });
    const two = [entry('a', { at: noon }), entry('a', { at: noon + 8 })];
    expect(gap([row('a'), row('a'), row('a')], {}, two)).toEqual({
      from: noon + 8,
      to: readAt,
      reason: 'ambiguous',
    });
  });

  it('is none for a window in the middle of the conversation that fits nowhere', () => {
    expect(gap([row('x')], { reachesEnd: false })).toBeNull();
    expect(gap([row('x', { seenAt: readAt })], { reachesEnd: false })).toEqual({
      from: noon,
      to: readAt,
      reason: 'noOverlap',
    });
  });

  it('what follows it says so, once', () => {
    const rows = [row('x', { seenAt: readAt - 2000 }), row('y', { seenAt: readAt - 1000 })];
    const { inserted } = align({
      tail: [entry('a', { at: noon })],
      tailComplete: true,
      reading: reading(rows, { readAt }),
    });
    expect(inserted.map(({ entry: { afterGap } }) => afterGap)).toEqual([true, undefined]);
  });
});

it('a text or an author that comes late changes the figures from its entry on, an id does not', () => {
  const own = known({ author: 'agent' });
  const change = (fields: Partial<AlignableRow>, stored = own) =>
    align({ tail: [stored], tailComplete: true, reading: reading([row('k', { author: 'own', id: 'k', ...fields })]) })
      .changedFrom;
  expect(change({ textHash: 'changed' })).toBe(noon);
  expect(change({ author: 'automatic' })).toBe(noon);
  expect(change({ token: 'r:1' })).toBeNull();
  expect(change({ seenAt: noon - 50 }, { ...own, uncertain: true })).toBe(noon - 50);
  expect(change({ seenAt: noon + 50 }, { ...own, uncertain: true })).toBe(noon);
});

it('of two rows with one id or one token the first counts, numbered as in the reading', () => {
  const rows = [row('a', { id: '1' }), row('a', { id: '1' }), row('b', { token: 'r:2' }), row('b', { token: 'r:2' })];
  const { inserted } = align({ tail: [], tailComplete: true, reading: reading([...rows, row('c')], { readAt }) });
  expect(inserted.map(({ row: number }) => number)).toEqual([0, 2, 4]);
});

it('known rows are numbered as in the reading, copies counted', () => {
  const { matched } = align({
    tail: [known(), entry('z', { id: 'z', seq: 2, at: noon })],
    tailComplete: true,
    reading: reading([knownRow, knownRow, row('z', { id: 'z' })], { readAt }),
  });
  expect(matched.map(({ row: number }) => number)).toEqual([0, 2]);
});

describe('times that are only shown', () => {
  const shown = (offset: number) => ({ at: noon + offset, precision: 'second' as const });
  const times = (tail: StoredEntry[], rows: AlignableRow[], rest: Partial<AlignInput> = {}) => {
    const result = take(tail, rows, { clockSkewMs: 0, ...rest });
    return [
      ...result.matched.slice(1).map(({ row: n, changes }) => ({ n, ...changes })),
      ...result.inserted.map(({ row: n, entry: e }) => ({ n, ...e })),
    ]
      .sort((a, b) => a.n - b.n)
      .map(({ at = Number.NaN, uncertain }) => [at - noon, uncertain]);
  };

  it('are uncertain when they lie in front of what is stored', () => {
    expect(times([known({ at: noon + 7000 })], [row('a', { shown: shown(5000) })])).toEqual([[7000, true]]);
    expect(times([known({ at: noon + 7000 })], [row('a', { shown: shown(6000) })])).toEqual([[7000, false]]);
  });

  it('give way to a row behind that was seen arriving, not to one that nothing is known of', () => {
    const seen = row('b', { seenAt: noon + 3000 });
    expect(times([known()], [row('a', { shown: shown(5000) }), seen])).toEqual([
      [3000, true],
      [3000, false],
    ]);
    const rows = [row('a', { shown: shown(6000) }), row('b'), row('c', { shown: shown(5000) })];
    expect(times([known()], rows)[0]).toEqual([6000, false]);
  });

  it('give way to an announced message behind whose moment is known', () => {
    const rows = [row('a', { shown: shown(5000) }), row('b')];
    expect(times([known(), announced(3000, 2)], rows)).toEqual([
      [3000, true],
      [3000, false],
    ]);
    const vague = announced(3000, 2, { uncertain: true, observedAt: null });
    expect(times([known(), vague], rows)).toEqual([
      [5000, false],
      [5000, true],
    ]);
  });

  it('never stand for the moment at which a badge was seen', () => {
    expect(times([known(), announced(3000, 2)], [row('b', { shown: shown(2500) })])).toEqual([[3000, false]]);
  });

  it('are uncertain behind an announced message that has no row yet, and do not pass it', () => {
    const tail = [known(), announced(3_599_000, 2)];
    const rows = [row('r', { author: 'own', shown: shown(500) })];
    expect(times(tail, rows)).toEqual([[3_599_000, true]]);
    expect(take(tail, rows).inserted[0]?.entry.seq).toBe(3);
    // A second is no more than the difference of the clocks is known to.
    expect(times([known(), announced(1500, 2)], rows)).toEqual([[1500, false]]);
    expect(times([known(), announced(1501, 2)], rows)).toEqual([[1501, true]]);
  });

  it('wait clocks move no row of a conversation that is known', () => {
    expect(times([known()], [row('a')], { waitingSince: noon + 600 })).toEqual([[3_600_000, true]]);
  });
});

describe('announced messages out of the usual order', () => {
  it('each take the earlier moment at which their row was seen', () => {
    const tail = [known(), announced(2000, 2), announced(2100, 3)];
    const { matched, changedFrom } = take(tail, [row('a', { seenAt: noon + 1500 }), row('b', { seenAt: noon + 1600 })]);
    expect(matched.slice(1).map(({ changes }) => (changes?.at ?? 0) - noon)).toEqual([1500, 1600]);
    expect(changedFrom).toBe(noon + 1500);
  });

  it('change the figures from the earlier of the old and the new moment on', () => {
    const vague = announced(3000, 2, { uncertain: true, observedAt: null });
    expect(take([known(), vague], [row('b', { seenAt: noon + 3500 })]).changedFrom).toBe(noon + 3000);
  });

  it('move behind what was stored after them in the meantime, if their row stands there', () => {
    const tail = [known(), announced(3000, 2), entry('z', { id: 'z', seq: 3, at: noon + 3500 })];
    const rows = [row('z', { id: 'z' }), row('r', { author: 'own' }), row('b')];
    const result = take(tail, rows);
    expect(result.inserted).toMatchObject([{ row: 2, entry: { seq: 4 } }]);
    expect(result.matched[2]).toMatchObject({ key: 'p3000', changes: { seq: 5, at: noon + 3500 } });
  });

  it('a row stands in front of the first of the checks that were stored for later moments', () => {
    const result = take([known(), checked(3000, 2), checked(4000, 3)], [row('a', { seenAt: noon + 500 })]);
    expect(result.inserted[0]?.entry.seq).toBe(1.5);
  });
});

describe('the first row in sight of a conversation that nobody knows', () => {
  const shown = { at: noon + 60_000, precision: 'second' as const };
  const first = (rows: AlignableRow[], tail: StoredEntry[] = [], rest: Partial<AlignInput> = {}) =>
    align({ tail, tailComplete: true, clockSkewMs: 7000, reading: reading(rows, { readAt }), ...rest });
  const certain = (rows: AlignableRow[], tail: StoredEntry[] = []) => {
    const { inserted, matched } = first(rows, tail);
    return [...matched.map(({ changes }) => changes), ...inserted.map(({ entry: each }) => each)].map(
      (fields) => fields?.uncertain === false,
    );
  };

  it('has an uncertain time on our clock: the wait may have begun in front of it', () => {
    expect(first([row('a', { shown })]).inserted).toMatchObject([{ entry: { at: noon + 53_000, uncertain: true } }]);
    expect(certain([row('a', { shown }), row('b', { shown })])).toEqual([false, true]);
    expect(certain([row('r', { author: 'own' }), row('b', { shown })])).toEqual([false, true]);
  });

  it('is certain when it was announced, seen arriving, or stands behind what is stored', () => {
    expect(certain([row('a', { shown })], [announced(0, 1, { uncertain: true, observedAt: null })])).toEqual([true]);
    expect(certain([row('a', { seenAt: noon + 5 })])).toEqual([true]);
    expect(certain([row('a', { shown })], [known()])).toEqual([true]);
  });

  it('the workbench’s wait clock is that of the first waiting customer’s row, whoever wrote what in front', () => {
    const ats = (rows: AlignableRow[]) =>
      first(rows, [], { waitingSince: noon + 1200 }).inserted.map(({ entry: { at } }) => at - noon);
    expect(ats([row('q', { shown: { ...shown, at: noon } }), row('r', { author: 'own' }), row('a')])[2]).toBe(1200);
    expect(ats([row('h', { author: 'automatic', seenAt: noon + 900 }), row('a')])).toEqual([900, 1200]);
  });
});
