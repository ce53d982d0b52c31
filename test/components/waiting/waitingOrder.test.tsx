import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAboutToBeLate, isOver, peakOrder, quietOrder } from '@/components/waiting/waitingOrder';
import type { Waiting } from '@/lib/domain/live';
import { now, wait } from '../samples';

const numRuns = Number(process.env.FC_RUNS ?? 1000);
const ids = (waiting: readonly Waiting[]): string[] => waiting.map((each) => each.conversationId);

const waitingLists = fc
  .array(fc.record({ seconds: fc.integer({ min: 0, max: 400 }), first: fc.boolean(), closingOnly: fc.boolean() }), {
    maxLength: 30,
  })
  .map((list) => list.map(({ seconds, ...rest }, index) => wait(`c${index}`, seconds, rest)));

describe('quietOrder', () => {
  it('puts the longest first and those who only said thanks last', () => {
    const list = [wait('b', 20), wait('thanks', 400, { closingOnly: true }), wait('a', 30), wait('c', 10)];
    expect(ids(quietOrder(list))).toEqual(['a', 'b', 'c', 'thanks']);
  });

  it('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(waitingLists, (list) => {
        expect(ids(quietOrder([...list].reverse()))).toEqual(ids(quietOrder(list)));
      }),
      { numRuns, seed: 20261121 },
    );
  });
});

describe('peakOrder', () => {
  it('saves who can still be saved: least time left, new customers, then the rest by wait; over and thanks aside', () => {
    const list = [
      wait('over', 181),
      wait('old', 90),
      wait('older', 100),
      wait('new', 5, { first: true }),
      wait('soon', 130),
      wait('sooner', 170),
      wait('thanks', 300, { closingOnly: true }),
      wait('overLonger', 200),
    ];
    const order = peakOrder(list, now, 'aboutToBeLate');
    expect(ids(order.rows)).toEqual(['sooner', 'soon', 'new', 'older', 'old', 'thanks']);
    expect(ids(order.over)).toEqual(['overLonger', 'over']);
  });

  it('can keep to the longest wait, those over among them', () => {
    const order = peakOrder([wait('a', 10), wait('over', 200), wait('b', 170)], now, 'longest');
    expect(ids(order.rows)).toEqual(['over', 'b', 'a']);
    expect(order.over).toEqual([]);
  });

  it('loses and invents nobody, and lists nobody as over who can be saved', () => {
    fc.assert(
      fc.property(waitingLists, fc.constantFrom('aboutToBeLate' as const, 'longest' as const), (list, sort) => {
        const { rows, over } = peakOrder(list, now, sort);
        expect(ids([...rows, ...over]).sort()).toEqual(ids(list).sort());
        expect(over.every((each) => isOver(each, now))).toBe(true);
        const soon = rows.map((each) => isAboutToBeLate(each, now));
        if (sort === 'aboutToBeLate') expect(soon.lastIndexOf(true)).toBe(soon.filter(Boolean).length - 1);
      }),
      { numRuns, seed: 20261121 },
    );
  });
});

describe('the limit', () => {
  it.each([
    [120, false, false],
    [120.001, true, false],
    [180, true, false],
    [180.001, false, true],
  ])('after %d s: about to be late %s, over %s', (seconds, soon, over) => {
    expect(isAboutToBeLate(wait('a', seconds), now)).toBe(soon);
    expect(isOver(wait('a', seconds), now)).toBe(over);
  });
});
