import { describe, expect, it } from 'vitest';
import { firstTailLength, tailSuffices } from '@/lib/alignment/tailSuffices';
import { entry, noon, row } from './builders';

const ids = (...names: string[]) => names.map((id) => entry(id, { id }));
const rowsOf = (...names: string[]) => names.map((id) => row(id, { id }));
const came = (id: string) => row(id, { id, seenAt: noon });

describe('a part of the tail suffices', () => {
  it('when each row from the first on is known up to the last entry, and those behind it were seen arriving', () => {
    expect(tailSuffices(ids('a', 'b', 'c'), rowsOf('b', 'c'))).toBe(true);
    expect(tailSuffices(ids('a', 'b', 'c'), [...rowsOf('b', 'c'), came('d'), came('e')])).toBe(true);
    const tail = [entry('a'), entry('b', { token: 'tab:1' })];
    expect(tailSuffices(tail, [row('b', { token: 'tab:1' })])).toBe(true);
  });

  it('and no row is known by its text alone, in front of, between or behind the known ones', () => {
    expect(tailSuffices(ids('a', 'b', 'c'), [row('a'), ...rowsOf('b', 'c')])).toBe(false);
    expect(tailSuffices(ids('x', 'a', 'b', 'c'), [...rowsOf('a'), row('b'), ...rowsOf('c')])).toBe(false);
    expect(tailSuffices(ids('a', 'b', 'c'), [...rowsOf('b', 'c'), row('d')])).toBe(false);
    expect(tailSuffices(ids('a', 'b', 'c'), [...rowsOf('b'), came('d')])).toBe(false);
    expect(tailSuffices(ids('a', 'b', 'c'), rowsOf('c', 'b'))).toBe(false);
    expect(tailSuffices(ids('a', 'b', 'c'), [came('d')])).toBe(false);
    expect(tailSuffices(ids('a', 'b'), [])).toBe(false);
  });

  it('and something stands in front of the first row, and a customer has written', () => {
    expect(tailSuffices(ids('a', 'b'), rowsOf('a', 'b'))).toBe(false);
    const own = ids('a', 'b', 'c').map((each) => ({ ...each, author: 'agent' as const }));
    expect(tailSuffices(own, rowsOf('b', 'c'))).toBe(false);
  });

  it('whatever stands there without a row', () => {
    const [a, b, c] = ids('a', 'b', 'c');
    if (!a || !b || !c) throw new Error('Three entries were asked for.');
    const checked = entry(null, { author: null, event: 'checked' });
    const announced = entry(null, { provisional: true });
    expect(tailSuffices([a, b, checked, c, announced], rowsOf('b', 'c'))).toBe(true);
  });
});

it('is read a little longer than there are rows', () => {
  expect(firstTailLength(0)).toBe(8);
  expect(firstTailLength(60)).toBe(68);
});
