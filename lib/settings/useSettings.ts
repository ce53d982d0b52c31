import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/domain/settings';
import { readSettings, watchSettings } from './settingsStore';

/** The settings, live; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    let current = true;
    void readSettings().then((reading) => {
      if (current) setSettings(reading.settings);
    });
    const stop = watchSettings((reading) => setSettings(reading.settings));
    return () => {
      current = false;
      stop();
    };
  }, []);
  return settings;
}
