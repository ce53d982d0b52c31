import { useState } from 'react';
import type { Waiting } from '@/lib/domain/live';
import { type HeldOrder, nextHeldOrder } from './heldOrder';

/** A place in the list: a waiting customer, or one answered while the list was in use. */
export interface OrderedWait {
  wait: Waiting;
  answered: boolean;
}

interface Held extends HeldOrder {
  /** Everybody who has a place, as last seen. */
  seen: Map<string, Waiting>;
}

/** Whether two maps say the same about the same people. */
function sameWaits(a: ReadonlyMap<string, Waiting>, b: ReadonlyMap<string, Waiting>): boolean {
  return a.size === b.size && [...a].every(([id, wait]) => b.get(id) === wait);
}

/**
 * Keeps the list still: its order follows `wanted` at most every 2 s, and not while it is in use. `waiting` is everybody
 * who waits, also those that `wanted` leaves out.
 */
export function useHeldOrder(options: {
  wanted: readonly Waiting[];
  waiting: readonly Waiting[];
  now: number;
  inUse: boolean;
}): OrderedWait[] {
  const { wanted, waiting, now, inUse } = options;
  const ids = wanted.map((wait) => wait.conversationId);
  const [held, setHeld] = useState<Held>(() => ({ ids, at: now, seen: new Map() }));
  const next = nextHeldOrder(held, ids, now, inUse);
  const current = new Map(waiting.map((wait) => [wait.conversationId, wait]));
  const seen = new Map(
    next.ids.flatMap((id): [string, Waiting][] => {
      const wait = current.get(id) ?? held.seen.get(id);
      return wait === undefined ? [] : [[id, wait]];
    }),
  );
  // React's way to keep something derived from earlier renders: it renders again at once, before anything is shown.
  if (next !== held || !sameWaits(seen, held.seen)) setHeld({ ids: next.ids, at: next.at, seen });
  return next.ids.flatMap((id) => {
    const wait = seen.get(id);
    return wait === undefined ? [] : [{ wait, answered: !current.has(id) }];
  });
}
