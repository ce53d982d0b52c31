import { useEffect, useState } from 'react';
import { readSettings, type SettingsReading, watchSettings } from '@/lib/settings/settingsStore';

/** Settings that could not be read and stand at their defaults, by path; live. */
export function useSettingsProblems(): SettingsReading['problems'] {
  const [problems, setProblems] = useState<SettingsReading['problems']>([]);
  useEffect(() => {
    let current = true;
    void readSettings().then((reading) => {
      if (current) setProblems(reading.problems);
    });
    const stop = watchSettings((reading) => setProblems(reading.problems));
    return () => {
      current = false;
      stop();
    };
  }, []);
  return problems;
}
