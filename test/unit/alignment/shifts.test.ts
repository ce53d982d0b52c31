import { describe, expect, it } from 'vitest';
import { possibleShifts, type Shift, seriousShifts } from '@/lib/alignment/shifts';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, row } from './builders';

const readAt = 1_000_000;
const stored = (texts: string, fields: Partial<StoredEntry> = {}) =>
  [...texts].map((text) => entry(text, { at: 1000, ...fields }));
const seen = (texts: string, fields: Partial<AlignableRow> = {}) => [...texts].map((text) => row(text, fields));
const shifts = (tail: StoredEntry[], rows: AlignableRow[], reachesEnd = true) =>
  possibleShifts(tail, { rows, readAt, reachesEnd });

describe('ways to lay a window over the tail', () => {
  it('one that runs on behind it', () => {
    expect(shifts(stored('abc'), seen('bcd'))).toEqual([
      {
        by: 1,
        overlap: 2,
        bits: 2 * Math.log2(3),
        after: 1,
        before: 0,
        whole: false,
        tooEarly: false,
        broken: false,
        doubtful: false,
      },
    ]);
  });

  it('one that reaches in front of it', () => {
    expect(shifts(stored('bc'), seen('abc'))).toMatchObject([
      { by: -1, overlap: 2, after: 0, before: 1, whole: false, broken: false, doubtful: false, tooEarly: false },
    ]);
  });

  it('the very same, or a part of it', () => {
    expect(shifts(stored('abc'), seen('abc'))).toMatchObject([{ by: 0, overlap: 3, after: 0, before: 0, whole: true }]);
    expect(shifts(stored('abc'), seen('b'))).toMatchObject([
      { by: 1, overlap: 1, after: 0, before: 0, whole: true, tooEarly: true, doubtful: false },
    ]);
    expect(shifts(stored('abc'), seen('b'), false)).toMatchObject([{ by: 1, tooEarly: false }]);
  });

  it('one whose rows fit only up to a stranger is broken', () => {
    expect(shifts(stored('xbc'), seen('abc'))).toMatchObject([{ by: 0, overlap: 2, broken: true, whole: false }]);
    expect(shifts(stored('abx'), seen('abc'))).toEqual([]);
  });

  it('every one of equal rows', () => {
    expect(
      shifts(stored('aa'), seen('aa')).map(({ by, overlap, after, before }) => [by, overlap, after, before]),
    ).toEqual([
      [-1, 1, 0, 0],
      [0, 2, 0, 0],
      [1, 1, 1, 0],
    ]);
    expect(shifts(stored('aa'), seen('aa'), false).map(({ by, before }) => [by, before])).toEqual([
      [-1, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  it('inside the tail at the conversation’s end is too early only if what follows was known well before', () => {
    const late = (at: number) => [...stored('a'), entry('b', { at })];
    expect(shifts(late(readAt - 5000), seen('a'))).toMatchObject([{ tooEarly: false }]);
    expect(shifts(late(readAt - 5001), seen('a'))).toMatchObject([{ tooEarly: true }]);
    expect(shifts([...late(1000), entry('c', { at: readAt })], seen('a'))).toMatchObject([{ tooEarly: true }]);
    expect(shifts([...stored('x'), ...late(readAt)], seen('a'))).toMatchObject([{ tooEarly: false }]);
    const observed = [...stored('a'), entry('b', { at: 1000, observedAt: readAt })];
    expect(shifts(observed, seen('a'))).toMatchObject([{ tooEarly: false }]);
  });

  it('one that sticks out in front and yet ends inside the tail is doubtful', () => {
    expect(shifts(stored('bc'), seen('ab'))).toMatchObject([{ by: -1, doubtful: true, before: 0 }]);
    expect(shifts(stored('bc'), seen('ab'), false)).toMatchObject([{ by: -1, doubtful: false, before: 1 }]);
  });

  it('none in which a row that was seen arriving later than all that is stored would be stored', () => {
    const rows = [...seen('a'), ...seen('a', { seenAt: 6001 })];
    expect(shifts(stored('aa'), rows).map(({ by }) => by)).toEqual([1]);
    expect(shifts(stored('aa'), [...seen('a'), ...seen('a', { seenAt: 6000 })]).map(({ by }) => by)).toEqual([
      -1, 0, 1,
    ]);
  });
});

describe('explanations to be taken seriously', () => {
  const shift = (fields: Partial<Shift>): Shift => ({
    by: 0,
    overlap: 3,
    bits: 10,
    after: 0,
    before: 0,
    whole: false,
    tooEarly: false,
    broken: false,
    doubtful: false,
    ...fields,
  });
  const serious = (...list: Partial<Shift>[]) => {
    const { shifts: kept, sure } = seriousShifts(list.map((fields, by) => shift({ by, ...fields })));
    return [kept.map(({ by }) => by), sure];
  };

  it('none, when none fits unbroken', () => {
    expect(serious()).toEqual([[], false]);
    expect(serious({ broken: true })).toEqual([[], false]);
  });

  it('the longest first, then the one with the most evidence', () => {
    expect(serious({ overlap: 2 }, { overlap: 3 })).toEqual([[1, 0], false]);
    expect(serious({ bits: 9 }, { bits: 10 })).toEqual([[1, 0], false]);
    expect(serious({ overlap: 2, bits: 12 }, { overlap: 3 })).toEqual([[1, 0], false]);
  });

  it('a rival with 20 bits less is none', () => {
    expect(serious({ overlap: 9, bits: 30 }, { bits: 10 })).toEqual([[0], true]);
    expect(serious({ overlap: 9, bits: 30 }, { bits: 10.1 })).toEqual([[0, 1], false]);
  });

  it('one that is too early only if there is no other', () => {
    expect(serious({ tooEarly: true, overlap: 9 }, {})).toEqual([[1], true]);
    expect(serious({ tooEarly: true })).toEqual([[0], true]);
  });

  it('a window that is wholly known needs no other, yet with a rival nobody knows which row is which', () => {
    expect(serious({ whole: true, overlap: 3 }, { overlap: 2 })).toEqual([[0], false]);
    expect(serious({ whole: true })).toEqual([[0], true]);
    expect(serious({ whole: true, doubtful: true })).toEqual([[0], false]);
    expect(serious({ whole: true }, { whole: true })).toEqual([[0, 1], false]);
    expect(serious({ overlap: 4 }, { whole: true })).toEqual([[1], false]);
  });

  it('a longer one that is broken, while the best has little evidence', () => {
    expect(serious({ bits: 19.9 }, { broken: true, overlap: 4 })).toEqual([[0, 1], false]);
    expect(serious({ bits: 20 }, { broken: true, overlap: 4 })).toEqual([[0], true]);
    expect(serious({ bits: 1 }, { broken: true, overlap: 3 })).toEqual([[0], true]);
    expect(serious({ doubtful: true })).toEqual([[0], false]);
    expect(serious({}, { overlap: 2 }, { broken: true, overlap: 4 })).toEqual([[0, 1, 2], false]);
  });
});
