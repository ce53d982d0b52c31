import { describe, expect, test } from 'vitest';
import { retime } from '@/lib/alignment/retime';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, noon, seconds } from './builders';

/** The workbench's clock is 7.3 s ahead. */
const clockSkewMs = 7300;
const whole = { clockSkewMs, since: Number.NEGATIVE_INFINITY, isWhole: true };

/** Stored while the clocks were not compared: at the shown time as it stands. */
function shown(text: string, at: number, fields: Partial<StoredEntry> = {}): StoredEntry {
  return entry(text, { at, shownAt: at, shownPrecision: 'second', uncertain: true, ...fields });
}

const seen = (text: string, at: number, fields: Partial<StoredEntry> = {}) =>
  entry(text, { at, observedAt: at, ...fields });

describe('retime', () => {
  test('what was only shown to the second is put onto our clock and is certain', () => {
    const entries = [seen('您好', noon), shown('在吗', noon + seconds(60)), seen('在的', noon + seconds(90))];
    expect(retime(entries, whole)).toEqual([{ ...entries[1], at: noon + seconds(60) - clockSkewMs, uncertain: false }]);
  });

  test('the first entry of the conversation keeps its time: the wait may have begun in front of it', () => {
    const entries = [shown('在吗', noon), shown('有货吗', noon + seconds(60))];
    expect(retime(entries, whole).map(({ textHash }) => textHash)).toEqual(['有货吗']);
    // With more in front of it that was not read, it is not the first.
    expect(retime(entries, { ...whole, isWhole: false }).map(({ textHash }) => textHash)).toEqual(['在吗', '有货吗']);
  });

  test.each([
    ['to the minute', { shownPrecision: 'minute' }],
    ['not shown', { shownAt: null, shownPrecision: null }],
    ['known from a badge alone', { provisional: true }],
    ['history', { history: true }],
  ] as const)('%s: stays as it is', (_name, fields) => {
    expect(retime([seen('您好', noon), shown('在吗', noon + seconds(60), fields)], whole)).toEqual([]);
  });

  test('certain entries never move, and what does not fit between them stays uncertain', () => {
    const entries = [
      seen('您好', noon + seconds(58)),
      shown('在吗', noon + seconds(60)),
      seen('在的', noon + seconds(90)),
    ];
    // 52.7 s on our clock lies 5.3 s in front of what was seen before it.
    expect(retime(entries, whole)).toEqual([{ ...entries[1], at: noon + seconds(58) }]);
  });

  test('what would pass a certain entry behind it stops there, uncertain', () => {
    const entries = [seen('您好', noon), shown('甲', noon + seconds(60)), seen('乙', noon + seconds(62))];
    expect(retime(entries, { ...whole, clockSkewMs: -clockSkewMs })).toEqual([
      { ...entries[1], at: noon + seconds(62) },
    ]);
  });

  test('a time that is not known gives way, and order is kept', () => {
    const entries = [
      seen('您好', noon),
      shown('甲', noon + seconds(60)),
      entry('乙', { at: noon + seconds(60), uncertain: true }),
      shown('丙', noon + seconds(80)),
    ];
    const changed = retime(entries, { ...whole, clockSkewMs: -clockSkewMs });
    expect(changed.map(({ textHash, at, uncertain }) => [textHash, at, uncertain])).toEqual([
      ['甲', noon + seconds(60) + clockSkewMs, false],
      ['乙', noon + seconds(60) + clockSkewMs, true],
      ['丙', noon + seconds(80) + clockSkewMs, false],
    ]);
  });

  test('what was recorded by another clock stays', () => {
    const entries = [seen('您好', noon), shown('甲', noon + seconds(60)), shown('乙', noon + seconds(300))];
    const changed = retime(entries, { ...whole, since: noon + seconds(120) });
    expect(changed.map(({ textHash }) => textHash)).toEqual(['乙']);
    expect(retime(entries, { ...whole, since: noon + seconds(300) })).toEqual([]);
    const behind = retime(entries, { ...whole, clockSkewMs: -clockSkewMs, since: noon + seconds(120) });
    expect(behind.map(({ textHash }) => textHash)).toEqual(['乙']);
  });

  test('once more changes nothing', () => {
    const entries = [seen('您好', noon), shown('甲', noon + seconds(60)), shown('乙', noon + seconds(61))];
    const changed = new Map(retime(entries, whole).map((one) => [one.key, one]));
    expect(changed.size).toBe(2);
    expect(
      retime(
        entries.map((one) => changed.get(one.key) ?? one),
        whole,
      ),
    ).toEqual([]);
  });
});
