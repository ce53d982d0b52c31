import { useCallback, useState } from 'react';

/** Runs what the agent asked for, and keeps why it failed until the next try. */
export function useAttempt(): {
  /** Why the last one failed; null = it did not. */
  failure: string | null;
  attempt: (action: Promise<unknown>) => void;
  forget: () => void;
} {
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = useCallback((action: Promise<unknown>) => {
    action.then(
      () => setFailure(null),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  const forget = useCallback(() => setFailure(null), []);
  return { failure, attempt, forget };
}
