import { describe, expect, it } from 'vitest';
import { type ClockWorld, createClockStore } from '@/components/clock/clockStore';

/** A world whose time passes only when told, and that counts its timers. */
function handWorld(start: number) {
  let now = start;
  let nextId = 1;
  const timers = new Map<number, { at: number; callback: () => void }>();
  const world: ClockWorld = {
    now: () => now,
    setTimer: (callback, ms) => {
      timers.set(nextId, { at: now + ms, callback });
      return nextId++;
    },
    clearTimer: (id) => {
      timers.delete(id);
    },
  };
  const pass = (until: number): void => {
    for (;;) {
      const due = [...timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (due === undefined) break;
      timers.delete(due[0]);
      now = due[1].at;
      due[1].callback();
    }
    now = until;
  };
  return { world, pass, running: () => timers.size };
}

describe('createClockStore', () => {
  it('runs one timer however many listen, and none when nobody does', () => {
    const { world, running } = handWorld(0);
    const store = createClockStore(world);
    expect(running()).toBe(0);
    const stops = Array.from({ length: 40 }, () => store.subscribe(() => {}));
    expect(running()).toBe(1);
    for (const stop of stops) stop();
    expect(running()).toBe(0);
  });

  it('ticks on full seconds and shows everybody the same now', () => {
    const { world, pass } = handWorld(10_250);
    const store = createClockStore(world);
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.read()));
    pass(13_100);
    expect(seen).toEqual([11_000, 12_000, 13_000]);
    expect(store.read()).toBe(13_000);
  });

  it('is up to date again when somebody listens after a pause', () => {
    const { world, pass } = handWorld(1_000);
    const store = createClockStore(world);
    store.subscribe(() => {})();
    pass(60_500);
    store.subscribe(() => {});
    expect(store.read()).toBe(60_500);
  });
});
