import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { type ClockStore, createClockStore } from './clockStore';

const ClockContext = createContext<ClockStore | null>(null);

/** Gives everything below it the page's one timer. Tests and screenshots hand in a store of their own. */
export function ClockProvider({ store, children }: { store?: ClockStore; children: ReactNode }) {
  const [own] = useState(() => store ?? createClockStore());
  return <ClockContext value={store ?? own}>{children}</ClockContext>;
}

/**
 * A value worked out from now, once a second; the component renders again only when that value changes, so it must be
 * a string, number or boolean.
 */
export function useTick<Value extends string | number | boolean>(select: (now: number) => Value): Value {
  const store = useContext(ClockContext);
  if (store === null) throw new Error('No ClockProvider above: wrap the surface in one.');
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}

/** Now, ms, to the second. Renders its component every second: for the few that order or count by time. */
export function useNow(): number {
  return useTick((now) => now);
}
