import type { WordsOf } from '../wordsOf';
import type { settings as zh } from '../zh/settings';

/** English beside zh/settings.ts. */
export const settings: WordsOf<typeof zh> = {
  title: 'Settings',
};
