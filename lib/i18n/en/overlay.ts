import type { WordsOf } from '../wordsOf';
import type { overlay as zh } from '../zh/overlay';

/** English beside zh/overlay.ts. */
export const overlay: WordsOf<typeof zh> = {
  name: 'Overlay',
};
