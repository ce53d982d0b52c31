/** The one timer of a page: `now`, renewed at each full second while anybody looks. */
export interface ClockStore {
  /** Now, ms; between two ticks it stands still, so that everything drawn together agrees. */
  read: () => number;
  /** Calls `listener` after each tick; the returned function ends that. */
  subscribe: (listener: () => void) => () => void;
}

/** What a clock store needs of the world. */
export interface ClockWorld {
  now: () => number;
  setTimer: (callback: () => void, ms: number) => number;
  clearTimer: (id: number) => void;
}

const realWorld: ClockWorld = {
  now: () => Date.now(),
  setTimer: (callback, ms) => window.setTimeout(callback, ms),
  clearTimer: (id) => window.clearTimeout(id),
};

/** A clock store without a running timer; it starts with the first listener and stops with the last. */
export function createClockStore(world: ClockWorld = realWorld): ClockStore {
  const listeners = new Set<() => void>();
  let current = world.now();
  let timer: number | null = null;

  const schedule = (): void => {
    timer = world.setTimer(tick, 1000 - (world.now() % 1000));
  };
  const tick = (): void => {
    current = world.now();
    schedule();
    for (const listener of [...listeners]) listener();
  };

  return {
    read: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      if (timer === null) {
        current = world.now();
        schedule();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        world.clearTimer(timer);
        timer = null;
      };
    },
  };
}
