import { describe, expect, it } from 'vitest';
import { findAnchors, inOrder } from '@/lib/alignment/anchors';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, row } from './builders';

const anchors = (tail: StoredEntry[], rows: AlignableRow[]) => [...findAnchors(tail, rows)];

describe('a row is known beyond doubt', () => {
  it('by its id, whatever it says now', () => {
    expect(anchors([entry('a', { id: '1' }), entry('b', { id: '2' })], [row('x', { id: '2' })])).toEqual([[0, 1]]);
    expect(anchors([entry('a')], [row('a')])).toEqual([]);
    expect(anchors([entry('a', { id: '1' })], [row('a', { id: '3' })])).toEqual([]);
  });

  it('by a token of the observer that follows it', () => {
    expect(anchors([entry('a'), entry('b', { token: 'n:2 m:7' })], [row('x'), row('y', { token: 'm:7' })])).toEqual([
      [1, 1],
    ]);
  });

  it('by the millisecond of its arrival, if it says the same and has no other id', () => {
    const stored = entry('a', { observedAt: 500 });
    expect(anchors([stored], [row('a', { seenAt: 500 })])).toEqual([[0, 0]]);
    expect(anchors([entry('z'), stored], [row('y'), row('a', { seenAt: 500 })])).toEqual([[1, 1]]);
    expect(anchors([stored], [row('a', { seenAt: 501 })])).toEqual([]);
    expect(anchors([stored], [row('b', { seenAt: 500 })])).toEqual([]);
    expect(anchors([stored], [row('a', { seenAt: 500, author: 'own' })])).toEqual([]);
    expect(anchors([{ ...stored, id: '1' }], [row('a', { seenAt: 500, id: '2' })])).toEqual([]);
    expect(anchors([{ ...stored, id: '1' }], [row('a', { seenAt: 500 })])).toEqual([[0, 0]]);
    expect(anchors([stored], [row('a', { seenAt: 500, id: '2' })])).toEqual([[0, 0]]);
  });

  it('not by what stands twice on either side', () => {
    expect(anchors([entry('a', { id: '1' }), entry('b', { id: '1' })], [row('a', { id: '1' })])).toEqual([]);
    expect(anchors([entry('a', { token: 'm:1' }), entry('b', { token: 'm:1' })], [row('a', { token: 'm:1' })])).toEqual(
      [],
    );
    const twice = [entry('a', { observedAt: 5 }), entry('a', { observedAt: 5 })];
    expect(anchors(twice, [row('a', { seenAt: 5 })])).toEqual([]);
    expect(anchors(twice.slice(1), [row('a', { seenAt: 5 }), row('a', { seenAt: 5 })])).toEqual([]);
  });

  it('by the id rather than the token, by the token rather than the moment; each entry is taken once', () => {
    const tail = [entry('a', { id: '1', token: 'm:1', observedAt: 5 }), entry('a', { id: '2', observedAt: 6 })];
    expect(anchors(tail, [row('a', { id: '2', token: 'm:1', seenAt: 5 })])).toEqual([[0, 1]]);
    expect(anchors(tail, [row('a', { token: 'm:1', seenAt: 6 })])).toEqual([[0, 0]]);
    expect(anchors(tail, [row('a', { token: 'm:1' }), row('a', { id: '1' })])).toEqual([[1, 0]]);
    expect(anchors(tail, [row('a', { seenAt: 5 }), row('a', { token: 'm:1' })])).toEqual([[1, 0]]);
  });
});

describe('the most anchors in one order', () => {
  const chain = (...pairs: [number, number][]) => inOrder(new Map(pairs));

  it('leaves out those that crossed', () => {
    expect(chain()).toEqual([]);
    expect(chain([0, 3])).toEqual([[0, 3]]);
    expect(chain([2, 2], [0, 0], [1, 1])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(chain([0, 5], [1, 1], [2, 2], [3, 9])).toEqual([
      [1, 1],
      [2, 2],
      [3, 9],
    ]);
    expect(chain([0, 1], [1, 2], [2, 0])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('of equally long ones keeps the first', () => {
    expect(chain([0, 1], [1, 0])).toEqual([[0, 1]]);
    expect(chain([0, 1], [1, 0], [2, 2])).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });
});
