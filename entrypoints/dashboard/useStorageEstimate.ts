import { useEffect, useState } from 'react';

/** Bytes that the extension uses, and those that are left. */
export interface StorageEstimateView {
  used: number;
  available: number | null;
}

/** What the browser says about the storage; asked again with each new `reason`. null = it does not say. */
export function useStorageEstimate(reason: unknown): StorageEstimateView | null {
  const [estimate, setEstimate] = useState<StorageEstimateView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason is what makes it ask again
  useEffect(() => {
    let current = true;
    navigator.storage.estimate().then(
      ({ usage, quota }) => {
        if (!current) return;
        setEstimate(
          usage === undefined ? null : { used: usage, available: quota === undefined ? null : quota - usage },
        );
      },
      () => setEstimate(null),
    );
    return () => {
      current = false;
    };
  }, [reason]);
  return estimate;
}
