import { describe, expect, it } from 'vitest';
import { bindProvisionals } from '@/lib/alignment/provisional';
import type { AlignableRow } from '@/lib/alignment/types';
import { entry, row } from './builders';

const at = 1_000_000;
const announced = (...offsets: number[]) =>
  offsets.map((offset) => entry(null, { key: `p${offset}`, provisional: true, at: at + offset }));
const stood = () => row('a');
const came = (offset: number) => row('a', { seenAt: at + offset });
const own = (offset: number | null) => row('r', { author: 'own', seenAt: offset === null ? null : at + offset });

function bind(
  offsets: number[],
  rows: AlignableRow[],
  {
    readAt = 0,
    complete = true,
    announced: said = {} as Record<string, number>,
    clockSkewMs = null as number | null,
    certain = true,
  } = {},
) {
  const { bound, removed } = bindProvisionals({
    provisionals: announced(...offsets).map((each) => ({ ...each, observedAt: certain ? each.at : null })),
    fresh: rows.map((each, i) => ({ number: 10 + i, row: each })),
    readAt: at + readAt,
    announced: new Map(Object.entries(said)),
    clockSkewMs,
    complete,
  });
  return {
    bound: Object.fromEntries([...bound].map(([number, { key }]) => [number, key])),
    removed: removed.map(({ key }) => key),
  };
}

describe('rows that stood there', () => {
  it('the last of them are those that were announced, in order', () => {
    expect(bind([0, 50], [stood(), stood(), stood()])).toEqual({ bound: { 11: 'p0', 12: 'p50' }, removed: [] });
    expect(bind([0, 50], [stood(), own(null), stood()])).toEqual({ bound: { 10: 'p0', 12: 'p50' }, removed: [] });
    expect(bind([], [stood()])).toEqual({ bound: {}, removed: [] });
  });

  it('what was announced with its text is the row that says it, and what nobody announced is none', () => {
    const rows = [stood(), stood(), stood(), stood()];
    expect(bind([0, 50], rows, { announced: { p50: 11 } }).bound).toEqual({ 10: 'p0', 11: 'p50' });
    expect(bind([0, 50], rows, { announced: { p0: 10 } }).bound).toEqual({ 10: 'p0', 13: 'p50' });
    expect(bind([0, 50, 90], rows, { announced: { p0: 10, p50: 11, p90: 13 } }).bound).toEqual({
      10: 'p0',
      11: 'p50',
      13: 'p90',
    });
    // Between two that are known, the last ones.
    expect(bind([0, 50, 90], rows, { announced: { p0: 10, p90: 13 } }).bound).toEqual({
      10: 'p0',
      12: 'p50',
      13: 'p90',
    });
    // Texts in another order than the announcements say nothing.
    expect(bind([0, 50], rows, { announced: { p0: 13, p50: 11 } }).bound).toEqual({ 10: 'p0', 11: 'p50' });
    expect(bind([0], rows, { announced: { p0: -1 } }).bound).toEqual({ 13: 'p0' });
  });

  it('what was announced with the text of a row that stood there is not what came afterwards', () => {
    const rows = [stood(), came(20)];
    expect(bind([0], rows).bound).toEqual({ 11: 'p0' });
    expect(bind([0], rows, { announced: { p0: 10 } }).bound).toEqual({ 10: 'p0' });
  });

  it('what its own time says to be later than the announcement came after it', () => {
    const shown = (offset: number, precision: 'second' | 'minute' = 'second') =>
      row('a', { shown: { at: at + 60_000 + offset, precision } });
    const measured = { clockSkewMs: 60_000 };
    const rows = [shown(-300), shown(1001)];
    expect(bind([0], rows, measured).bound).toEqual({ 10: 'p0' });
    expect(bind([0, 1], rows, measured).bound).toEqual({ 10: 'p0', 11: 'p1' });
    expect(bind([0, 900], rows, measured).bound).toEqual({ 10: 'p0', 11: 'p900' });
    expect(bind([0], [shown(-9000), shown(-300), shown(1001), shown(5000)], measured).bound).toEqual({ 11: 'p0' });
    expect(bind([0], [shown(1001)], measured).bound).toEqual({});
    // Within what the clocks can tell, without clocks, to the minute, or not announced at a known time: the last row.
    expect(bind([0], [shown(-300), shown(1000)], measured).bound).toEqual({ 11: 'p0' });
    expect(bind([0], rows).bound).toEqual({ 11: 'p0' });
    expect(bind([0], [shown(-300), shown(9000, 'minute')], measured).bound).toEqual({ 11: 'p0' });
    expect(bind([0], rows, { ...measured, certain: false }).bound).toEqual({ 11: 'p0' });
  });

  it('two announcements with one text are not one row, nor is a row in front of a known one the later', () => {
    const rows = [stood(), stood()];
    expect(bind([0, 50], rows, { announced: { p0: 11, p50: 11 } }).bound).toEqual({ 10: 'p0', 11: 'p50' });
    expect(bind([0, 50], rows, { announced: { p0: 11 } }).bound).toEqual({ 11: 'p0' });
  });

  it('fewer of them than announced take the first announcements', () => {
    expect(bind([0, 50, 90], [stood()])).toEqual({ bound: { 10: 'p0' }, removed: [] });
  });

  it('stand in front of those that were seen arriving', () => {
    expect(bind([0, 50], [stood(), came(50)])).toEqual({ bound: { 10: 'p0', 11: 'p50' }, removed: [] });
    // Nothing was announced before the row that was seen arriving, so the one in front of it is not announced either.
    expect(bind([50], [stood(), came(50)])).toEqual({ bound: { 11: 'p50' }, removed: [] });
    expect(bind([0], [stood(), came(1000)]).bound).toEqual({ 11: 'p0' });
    expect(bind([0], [came(0), stood()]).bound).toEqual({ 10: 'p0' });
  });
});

describe('rows that were seen arriving', () => {
  it('are the announcements of about that moment', () => {
    expect(bind([0], [came(1000)])).toEqual({ bound: { 10: 'p0' }, removed: [] });
    expect(bind([0], [came(-1000)])).toEqual({ bound: { 10: 'p0' }, removed: [] });
    expect(bind([0, 400, 5000], [came(390), came(4990)])).toEqual({
      bound: { 10: 'p400', 11: 'p5000' },
      removed: [],
    });
  });

  it('of two announcements equally near, take the later', () => {
    expect(bind([0, 200], [came(100)]).bound).toEqual({ 10: 'p200' });
    expect(bind([0, 200], [came(100), came(110)]).bound).toEqual({ 10: 'p0', 11: 'p200' });
    expect(bind([0, 900], [came(10)]).bound).toEqual({ 10: 'p0' });
  });

  it('are those of up to ten seconds when nothing is nearer, one each', () => {
    expect(bind([0], [came(10_000)]).bound).toEqual({ 10: 'p0' });
    expect(bind([0], [came(10_001)]).bound).toEqual({});
    expect(bind([0, 100], [came(3000), came(3001)]).bound).toEqual({ 10: 'p0', 11: 'p100' });
    expect(bind([0], [came(3000), came(3001)]).bound).toEqual({ 10: 'p0' });
    expect(bind([0, 20_000], [came(15_000), came(17_000)]).bound).toEqual({});
  });

  it('in the order of the announcements, never one behind that of a later row', () => {
    expect(bind([-2000, 90, 200], [came(95), came(100)]).bound).toEqual({ 10: 'p-2000', 11: 'p90' });
  });

  it('without an announcement stay unbound', () => {
    expect(bind([], [came(0)])).toEqual({ bound: {}, removed: [] });
    expect(bind([0], [own(0)]).bound).toEqual({});
  });
});

describe('an announcement without a row', () => {
  it('never was, once the transcript is 15 s behind it', () => {
    expect(bind([0], [], { readAt: 15_000 }).removed).toEqual([]);
    expect(bind([0], [], { readAt: 15_001 }).removed).toEqual(['p0']);
  });

  it('never was, when a reply more than a second later is read already', () => {
    expect(bind([0], [own(1000)], { readAt: 2000 }).removed).toEqual([]);
    expect(bind([0], [own(1001)], { readAt: 2000 }).removed).toEqual(['p0']);
    expect(bind([0], [row('x', { author: 'automatic' }), own(1001)], { readAt: 2000 }).removed).toEqual(['p0']);
    expect(bind([0], [own(null)], { readAt: 2000 }).removed).toEqual([]);
    expect(bind([0], [row('x', { author: 'automatic', seenAt: at + 1500 })], { readAt: 2000 }).removed).toEqual([]);
  });

  it('may still have a row while not all rows are seen', () => {
    expect(bind([0], [own(5000)], { readAt: 60_000, complete: false }).removed).toEqual([]);
  });

  it('never goes when it found its row', () => {
    expect(bind([0], [came(0)], { readAt: 60_000 })).toEqual({ bound: { 10: 'p0' }, removed: [] });
  });

  it('is kept or removed one by one', () => {
    expect(bind([0, 10_000], [], { readAt: 20_000 }).removed).toEqual(['p0']);
    expect(bind([0, 10_000, 10_500], [stood()], { readAt: 40_000 })).toEqual({
      bound: { 10: 'p0' },
      removed: ['p10000', 'p10500'],
    });
  });
});
