import { useCallback } from 'react';
import { typingSpeed } from '@/lib/quickReplies/savedTime';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readTypedSamples } from '@/lib/storage/liveQueries/sentTexts';
import { useThrottledQuery } from '../useThrottledQuery';

const NEVER: readonly string[] = [];

/** The agent's own time for one character, ms, measured when the page is opened; null while it is not known. */
export function useTypingSpeed(): number | null {
  const read = useCallback(async (database: ReadableDatabase) => typingSpeed(await readTypedSamples(database)), []);
  const speed = useThrottledQuery({ read, onlyFor: NEVER });
  return speed?.kind === 'value' ? speed.value : null;
}
