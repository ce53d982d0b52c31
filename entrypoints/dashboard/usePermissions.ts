import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Adapter } from '@/lib/workbenches/types';

/** Which workbenches the browser lets us read, by id; null = decided per address. Follows the permissions. */
export function usePermissions(adapters: readonly Adapter[]): Record<string, boolean | null> {
  const [allowed, setAllowed] = useState<Record<string, boolean | null>>({});
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answers = await Promise.all(
        adapters.map(async ({ id, matches }) => {
          const granted = matches.length === 0 ? null : await browser.permissions.contains({ origins: [...matches] });
          return [id, granted] as const;
        }),
      );
      if (current) setAllowed(Object.fromEntries(answers));
    };
    const onChange = () => void ask();
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    void ask();
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, [adapters]);
  return allowed;
}
