import { createStore } from 'zustand/vanilla';
import type { PaletteResult } from '@/lib/domain/palette';

/** What the palette of a tab shows. */
export interface PaletteState {
  /** null = closed. */
  query: string | null;
  /** Of the last query that was answered; the ones before stand until the next answer. */
  results: readonly PaletteResult[];
  /** The query that they answer; null = none yet. */
  answered: string | null;
  chosen: number;
}

/** The palette, closed. */
export const closedPalette: PaletteState = { query: null, results: [], answered: null, chosen: 0 };

/** The store of one tab. */
export function createPaletteStore() {
  return createStore<PaletteState>(() => closedPalette);
}

export type PaletteStore = ReturnType<typeof createPaletteStore>;
