import type { WordsOf } from '../wordsOf';
import type { dashboard as zh } from '../zh/dashboard';

/** English beside zh/dashboard.ts. */
export const dashboard: WordsOf<typeof zh> = {
  title: 'Dashboard',
};
