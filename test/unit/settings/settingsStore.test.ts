import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from '@/lib/settings/schema';
import { readSettings, type SettingsReading, updateSettings, watchSettings } from '@/lib/settings/settingsStore';

describe('settings store', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    fakeBrowser.reset();
  });

  it('starts with the defaults', async () => {
    expect(await readSettings()).toEqual({ settings: defaultSettings(), problems: [] });
  });

  it('writes a change and leaves the rest', async () => {
    await updateSettings(() => ({ person: '小雨', persons: ['小雨', '阿明'] }));
    const written = await updateSettings((settings) => ({ retentionDays: settings.retentionDays + 1 }));
    expect(written).toEqual({ ...defaultSettings(), person: '小雨', persons: ['小雨', '阿明'], retentionDays: 31 });
    expect((await readSettings()).settings).toEqual(written);
  });

  it('loses none of many changes made at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => updateSettings(({ persons }) => ({ persons: [...persons, `员工${n}`] }))),
    );
    expect((await readSettings()).settings.persons).toHaveLength(20);
  });

  it('refuses a value outside the schema and keeps what was there', async () => {
    await updateSettings(() => ({ retentionDays: 7 }));
    await expect(updateSettings(() => ({ retentionDays: -1 }))).rejects.toThrow(/retentionDays/);
    expect((await readSettings()).settings.retentionDays).toBe(7);
  });

  it('reads foreign data without throwing, and says what was wrong', async () => {
    await fakeBrowser.storage.local.set({ settings: 'not settings' });
    const reading = await readSettings();
    expect(reading.settings).toEqual(defaultSettings());
    expect(reading.problems).toEqual([{ path: '', reason: 'is not an object' }]);
  });

  it('reports storage that cannot be read, and does not overwrite it', async () => {
    await updateSettings(() => ({ retentionDays: 7 }));
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('disk full'));
    expect((await readSettings()).problems[0]?.reason).toContain('disk full');
    await expect(updateSettings(() => ({ person: '小雨' }))).rejects.toThrow('disk full');
    get.mockRestore();
    expect((await readSettings()).settings).toMatchObject({ retentionDays: 7, person: null });
  });

  it('tells watchers of each change until they stop', async () => {
    const seen: SettingsReading[] = [];
    const stop = watchSettings((reading) => seen.push(reading));
    await updateSettings(() => ({ consentedAt: 1_700_000_000_000 }));
    stop();
    await updateSettings(() => ({ consentedAt: null }));
    expect(seen.map(({ settings }) => settings.consentedAt)).toEqual([1_700_000_000_000]);
  });
});
