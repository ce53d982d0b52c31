import type { EntryChange } from '@/lib/domain/openedMessage';

/** How messages are corrected from a list of turns. */
export interface Correcting {
  onCorrect: (key: string, change: EntryChange) => void;
  /** Says that every message with the text of this one is automatic, on its account. */
  onMarkText: (key: string) => void;
  /** Takes a correction back, by its number. */
  onUndo: (id: number) => void;
  /** Perfunctory replies are automatic by the profile that is shown, from this moment on; null = never. */
  perfunctorySinceMs: number | null;
}
