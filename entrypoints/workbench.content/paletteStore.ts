import { createStore } from 'zustand/vanilla';
import type { PaletteResult } from '@/lib/domain/palette';

/** Free fields of a reply that are being asked for. The answers are typed into the composer, behind the query. */
export interface AskedFields {
  result: PaletteResult;
  /** Of the field that is asked for now. */
  index: number;
  /** How much stood behind the mark when that field was reached. */
  start: number;
  answers: Readonly<Record<string, string>>;
}

/** What the palette of a tab shows. */
export interface PaletteState {
  /** null = closed. */
  query: string | null;
  /** Of the last query that was answered; the ones before stand until the next answer. */
  results: readonly PaletteResult[];
  /** The query that they answer; null = none yet. */
  answered: string | null;
  chosen: number;
  /** null while results are chosen from. */
  asked: AskedFields | null;
}

/** The palette, closed. */
export const closedPalette: PaletteState = { query: null, results: [], answered: null, chosen: 0, asked: null };

/** The store of one tab. */
export function createPaletteStore() {
  return createStore<PaletteState>(() => closedPalette);
}

export type PaletteStore = ReturnType<typeof createPaletteStore>;
