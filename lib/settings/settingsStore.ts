import { storage } from 'wxt/utils/storage';
import type { Settings } from '@/lib/domain/settings';
import type { SettingsProblem } from './fieldReader';
import { parseSettings, SETTINGS_VERSION } from './schema';

/** What reading gives: settings that can be used, whatever was stored, and what had to be replaced. */
export interface SettingsReading {
  settings: Settings;
  problems: SettingsProblem[];
}

// Unknown on purpose: another version, a broken profile or a hand edit may have left anything here.
const item = storage.defineItem<unknown>('local:settings');
const LOCK = 'miaohui-settings';

/** The settings now. Never throws for what is stored; storage that cannot be read at all is reported the same way. */
export async function readSettings(): Promise<SettingsReading> {
  try {
    return parseSettings(await item.getValue());
  } catch (error) {
    const reading = parseSettings(undefined);
    return { ...reading, problems: [{ path: '', reason: `could not be read: ${String(error)}` }] };
  }
}

/** Calls back with the settings after each change, from whichever context, until the returned function is called. */
export function watchSettings(callback: (reading: SettingsReading) => void): () => void {
  return item.watch((value) => callback(parseSettings(value)));
}

/**
 * Changes settings: reads, applies, writes, as one step over all contexts of the extension, so that two pages never
 * undo each other's change. Gives the settings written. Rejects when the change gives a value that the schema refuses,
 * and when storage cannot be read or written: defaults over settings that could not be read would lose them. Not for
 * content scripts, whose locks are the page's: they send a message.
 */
export async function updateSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request(LOCK, async () => {
    const { settings } = parseSettings(await item.getValue());
    const next = parseSettings({ ...settings, ...change(settings), version: SETTINGS_VERSION });
    const refused = next.problems[0];
    if (refused !== undefined) throw new RangeError(`Settings were not changed: ${refused.path} ${refused.reason}`);
    await item.setValue(next.settings);
    return next.settings;
  });
}
