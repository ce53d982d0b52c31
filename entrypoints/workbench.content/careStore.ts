import { createStore } from 'zustand/vanilla';
import type { CareCheck, CareKind, CareLevel } from '@/lib/domain/care';

/** A word in what stands in the composer. */
export interface FoundWord {
  kind: CareKind;
  level: CareLevel;
  /** As it was written. */
  written: string;
}

/** Something to say once about what was just inserted or yielded. */
export type ComposerNotice =
  | { notice: 'expired'; at: number }
  | { notice: 'pictureCopied'; name: string }
  | { notice: 'pictureLeft'; name: string }
  | { notice: 'copied' }
  | { notice: 'yielded' };

/** What the mark at the composer shows. */
export interface CareState {
  words: readonly FoundWord[];
  checks: readonly CareCheck[];
  /** Another text of the same reply, ready to insert. */
  variant: string | null;
  /** An Enter was held back: the next one sends. */
  held: boolean;
  notices: readonly ComposerNotice[];
}

/** Nothing to say. */
export const noCare: CareState = { words: [], checks: [], variant: null, held: false, notices: [] };

/** The store of one tab. */
export function createCareStore() {
  return createStore<CareState>(() => noCare);
}

export type CareStore = ReturnType<typeof createCareStore>;
