import type { WordsOf } from '../wordsOf';
import type { popup as zh } from '../zh/popup';

/** English beside zh/popup.ts. */
export const popup: WordsOf<typeof zh> = {
  name: 'Popup',
};
