import { useEffect } from 'react';
import type { Settings } from '@/lib/domain/settings';

/**
 * Applies theme and language to the page itself: `data-theme` rules the design system's colours, `lang` the fonts and
 * the voice of a screen reader. `auto` leaves the theme to the system. null settings: nothing yet.
 */
export function useDocumentLooks(settings: Pick<Settings, 'theme'> | null, language: string): void {
  const theme = settings?.theme ?? null;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === null || theme === 'auto') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
