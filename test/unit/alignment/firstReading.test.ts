import { describe, expect, it } from 'vitest';
import { endOfHistory } from '@/lib/alignment/firstReading';
import type { AlignableRow } from '@/lib/alignment/types';
import { noon, reading, row } from './builders';

const asks = (fields: Partial<AlignableRow> = {}) => row('q', fields);
const says = (author: NonNullable<AlignableRow['author']>) => row('r', { author });
const event = (name: NonNullable<AlignableRow['event']>) => row(null, { author: null, event: name });

interface Options {
  reachesEnd?: boolean;
  known?: number[];
  skew?: number;
  waitingSince?: number | null;
}

const end = (rows: AlignableRow[], { reachesEnd = true, known = [], skew = 0, waitingSince = null }: Options = {}) =>
  endOfHistory(reading(rows, { reachesEnd, readAt: noon }), (n) => known.includes(n), skew, waitingSince);

describe('history ends', () => {
  it('with the last reply of a person: a customer’s rows behind it wait', () => {
    expect(end([])).toBe(0);
    expect(end([asks(), says('own'), asks(), asks()])).toBe(2);
    expect(end([asks(), says('assist'), asks()])).toBe(2);
    expect(end([asks(), says('colleague'), asks()])).toBe(2);
    expect(end([asks(), asks()])).toBe(0);
    expect(end([asks(), says('own')])).toBe(2);
  });

  it('not with what a robot says, nor with an event other than a close or a transfer away', () => {
    expect(end([asks(), says('automatic')])).toBe(0);
    expect(end([asks(), says('automatic'), asks(), says('automatic')])).toBe(0);
    expect(end([asks(), event('accepted')])).toBe(0);
    expect(end([says('automatic'), asks()])).toBe(1);
    expect(end([asks(), event('closed')])).toBe(2);
    expect(end([asks(), event('transferredOut'), asks()])).toBe(2);
  });

  it('with the first row that was seen arriving, or is known to have arrived', () => {
    expect(end([says('own'), asks({ seenAt: noon }), asks()])).toBe(1);
    expect(end([asks(), says('own'), says('own'), asks()], { known: [2] })).toBe(2);
    expect(end([asks(), asks()], { known: [1] })).toBe(0);
    expect(end([asks({ seenAt: noon }), says('own')])).toBe(0);
  });

  it('with the window, where its end is not the conversation’s', () => {
    expect(end([asks(), asks()], { reachesEnd: false })).toBe(2);
    expect(end([asks(), asks({ seenAt: noon })], { reachesEnd: false })).toBe(1);
  });
});

describe('a customer whose last words are old is not waiting', () => {
  const hour = 3_600_000;
  const shown = (ago: number, precision: 'second' | 'day' = 'second') => ({ shown: { at: noon - ago, precision } });

  it('after twelve hours, on our clock', () => {
    expect(end([asks(shown(12 * hour))])).toBe(0);
    expect(end([asks(shown(12 * hour + 1))])).toBe(1);
    expect(end([asks(shown(12 * hour + 1))], { skew: -1 })).toBe(0);
    expect(end([asks(shown(12 * hour))], { skew: 1 })).toBe(1);
    expect(end([asks(shown(13 * hour)), asks(shown(hour))])).toBe(1);
  });

  it('and a day more where only the day is shown', () => {
    expect(end([asks(shown(36 * hour, 'day'))])).toBe(0);
    expect(end([asks(shown(36 * hour + 1, 'day'))])).toBe(1);
  });

  it('unless the workbench itself says that they wait', () => {
    expect(end([asks(shown(100 * hour))], { waitingSince: noon - 5 })).toBe(0);
  });
});
