import { describe, expect, it } from 'vitest';
import { nextHeldOrder } from '@/components/waiting/heldOrder';

const held = { ids: ['a', 'b', 'c'], at: 10_000 };

describe('nextHeldOrder', () => {
  it('takes a new order after 2 s, and not earlier', () => {
    expect(nextHeldOrder(held, ['c', 'b', 'a'], 11_999, false)).toBe(held);
    expect(nextHeldOrder(held, ['c', 'b', 'a'], 12_000, false)).toEqual({ ids: ['c', 'b', 'a'], at: 12_000 });
  });

  it('takes none while the list is in use, however long', () => {
    expect(nextHeldOrder(held, ['c', 'b', 'a'], 99_000, true)).toBe(held);
  });

  it('puts newcomers at the end until the order may change', () => {
    expect(nextHeldOrder(held, ['d', 'a', 'b', 'c'], 10_500, false)).toEqual({ ids: ['a', 'b', 'c', 'd'], at: 10_000 });
    expect(nextHeldOrder(held, ['d', 'a', 'b', 'c'], 99_000, true)).toEqual({ ids: ['a', 'b', 'c', 'd'], at: 10_000 });
  });

  it('lets the answered go at once, but keeps their place while the list is in use', () => {
    expect(nextHeldOrder(held, ['b', 'c'], 10_500, false)).toEqual({ ids: ['b', 'c'], at: 10_000 });
    expect(nextHeldOrder(held, ['b', 'c'], 10_500, true)).toBe(held);
  });

  it('does not restart its 2 s for an order that is the same', () => {
    expect(nextHeldOrder(held, ['a', 'b', 'c'], 50_000, false)).toBe(held);
  });
});
