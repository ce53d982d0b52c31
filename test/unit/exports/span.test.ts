import { describe, expect, it } from 'vitest';
import { datesOf, spanOf } from '@/lib/exports/span';
import { EVENING } from './samples';

const shanghai = { timeZone: 'Asia/Shanghai', dayStartsAtMs: 0 };

describe('export span', () => {
  it('takes today by the profile’s zone and start of day', () => {
    expect(spanOf({ kind: 'today' }, EVENING, shanghai)).toEqual({
      from: Date.parse('2026-11-11T00:00:00+08:00'),
      to: Date.parse('2026-11-12T00:00:00+08:00'),
    });
    const atTwo = Date.parse('2026-11-12T02:00:00+08:00');
    expect(datesOf({ kind: 'today' }, atTwo, { ...shanghai, dayStartsAtMs: 4 * 3_600_000 }).first).toBe('2026-11-11');
  });

  it('begins the week on Monday', () => {
    expect(datesOf({ kind: 'week' }, EVENING, shanghai)).toEqual({ first: '2026-11-09', last: '2026-11-11' });
    const monday = Date.parse('2026-11-09T00:00:00+08:00');
    expect(datesOf({ kind: 'week' }, monday, shanghai)).toEqual({ first: '2026-11-09', last: '2026-11-09' });
    expect(datesOf({ kind: 'week' }, monday - 1, shanghai)).toEqual({ first: '2026-11-02', last: '2026-11-08' });
  });

  it('turns a reversed range, and takes both ends', () => {
    const range = { kind: 'range', from: '2026-11-11', to: '2026-11-01' } as const;
    const span = spanOf(range, EVENING, shanghai);
    expect((span.to - span.from) / 86_400_000).toBe(11);
  });

  it('counts the hours of a clock change', () => {
    const range = { kind: 'range', from: '2026-03-08', to: '2026-03-08' } as const;
    const span = spanOf(range, EVENING, { timeZone: 'America/New_York', dayStartsAtMs: 0 });
    expect((span.to - span.from) / 3_600_000).toBe(23);
  });

  it('says what is wrong with a range that is none', () => {
    expect(() => spanOf({ kind: 'range', from: '', to: '2026-11-01' }, EVENING, shanghai)).toThrow(/YYYY-MM-DD/);
  });
});
