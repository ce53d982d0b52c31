import { browser } from 'wxt/browser';
import type { Handlers } from './handlers';

const TICK = 'tick';
/** The shortest period that a packed extension gets. */
const PERIOD_MINUTES = 0.5;

/**
 * The fallback clock for everything that must happen while no page is there to say so. A fresh `create` would start the
 * countdown anew at each waking of the worker, and it would never fire.
 */
export function startAlarms(handlers: Handlers): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TICK) void handlers.tick();
  });
  void browser.alarms.get(TICK).then((alarm) => {
    if (alarm === undefined) return browser.alarms.create(TICK, { periodInMinutes: PERIOD_MINUTES });
  });
}
