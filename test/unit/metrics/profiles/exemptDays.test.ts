import { describe, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { exemptSpans, isExemptSpan, withExempt, withoutExempt } from '@/lib/metrics/profiles/exemptDays';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { replay } from '@/lib/metrics/replay';

const hourMs = 3_600_000;
/** Midnight of 10 November in Shanghai. */
const midnight = Date.UTC(2026, 10, 9, 16);
const base = customProfile(profileOf('chitu'), { splitByDay: false });
const promotion = { from: '2026-11-11', to: '2026-11-12', reason: '大促' };

/** A customer who asks at a moment, and is answered after so many seconds. */
function asked(at: number, seconds: number): LogEntry[] {
  const conversationId = String(at);
  return [
    { conversationId, at, author: 'customer' },
    { conversationId, at: at + seconds * 1000, author: 'agent' },
  ];
}

const figuresOf = (log: LogEntry[], profile: Profile) => replay({ log, profile, now: null, final: true });

describe('days that a platform does not count', () => {
  const before = asked(midnight + 24 * hourMs - 1, 10);
  const first = asked(midnight + 24 * hourMs, 20);
  const last = asked(midnight + 72 * hourMs - 1, 40);
  const after = asked(midnight + 72 * hourMs, 80);
  const log = [...before, ...first, ...last, ...after];

  test('leave with everything that began in them, to the millisecond of the day’s edges', () => {
    expect(figuresOf(log, withExempt(base, promotion))).toEqual(figuresOf([...before, ...after], base));
    expect(figuresOf(log, withExempt(base, promotion))).toMatchObject({
      turns: 2,
      incoming: 2,
      averageResponseMs: 45_000,
    });
    expect(figuresOf(log, base)).toMatchObject({ turns: 4, averageResponseMs: 37_500 });
  });

  test('are days of the profile: where they start later, the night belongs to the day before', () => {
    const late = withExempt({ ...base, dayStartsAtMs: 4 * hourMs }, promotion);
    expect(figuresOf(log, late)).toMatchObject({ turns: 2, averageResponseMs: 15_000 });
  });

  test('count again when they are taken away', () => {
    expect(withoutExempt(withExempt(base, promotion), promotion)).toEqual(base);
    const left = withoutExempt(withExempt(base, promotion), { ...promotion, to: '2026-11-11' });
    expect(exemptSpans(left)).toEqual([{ from: '2026-11-12', to: '2026-11-12', reason: '大促' }]);
    expect(figuresOf(log, left)).toMatchObject({ turns: 3 });
  });

  test('in a row and of one reason are one span; another reason is another', () => {
    const more = withExempt(withExempt(base, promotion), { from: '2026-11-13', to: '2026-11-13', reason: '停电' });
    expect(exemptSpans(more)).toEqual([promotion, { from: '2026-11-13', to: '2026-11-13', reason: '停电' }]);
    expect(exemptSpans(withExempt(more, { ...promotion, reason: '停电' }))).toEqual([
      { from: '2026-11-11', to: '2026-11-13', reason: '停电' },
    ]);
  });

  test('are in order, and at most a year', () => {
    expect(isExemptSpan({ from: '2026-11-12', to: '2026-11-11' })).toBe(false);
    expect(isExemptSpan({ from: '2026-01-01', to: '2027-01-01' })).toBe(true);
    expect(isExemptSpan({ from: '2026-01-01', to: '2027-01-02' })).toBe(false);
    expect(isExemptSpan({ from: '', to: '2026-11-11' })).toBe(false);
    expect(withExempt(base, { from: '2026-11-12', to: '2026-11-11', reason: '' }).exemptDays).toEqual([]);
  });
});
