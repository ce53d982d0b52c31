import { useMemo } from 'react';
import { useStore } from 'zustand';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Palette, type PalettePlace } from '@/components/palette/Palette';
import type { PaletteResult } from '@/lib/domain/palette';
import { createTranslator } from '@/lib/i18n/translator';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayStore } from './overlayStore';
import type { PaletteStore } from './paletteStore';

export interface PaletteRootProps {
  adapter: Adapter;
  document: Document;
  overlay: OverlayStore;
  store: PaletteStore;
  onPick: (result: PaletteResult) => void;
}

/** Room that the palette wants above the composer; with less it stands below. */
const HEIGHT = 268;
const WIDTH = 420;

/** Shows the palette at the composer while it is open. Of the first answer on: an empty box would only flicker. */
export function PaletteRoot({ adapter, document, overlay, store, onPick }: PaletteRootProps) {
  const { query, results, answered, chosen } = useStore(store);
  const language = useStore(overlay, (state) => state.language);
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const place = query === null ? null : placeOf(adapter, document);
  if (query === null || (answered === null && results.length === 0) || place === null) return null;
  return (
    <TranslatorProvider translator={translator}>
      <Palette query={query} results={results} chosen={chosen} place={place} onPick={onPick} />
    </TranslatorProvider>
  );
}

function placeOf(adapter: Adapter, document: Document): PalettePlace | null {
  const box = findComposer({ adapter, document })?.getBoundingClientRect();
  if (box === undefined) return null;
  const { clientWidth, clientHeight } = document.documentElement;
  const width = Math.min(WIDTH, clientWidth - 8);
  const left = Math.max(4, Math.min(box.left, clientWidth - width - 4));
  const above = box.top >= HEIGHT || box.top > clientHeight - box.bottom;
  return above
    ? { left, width, top: null, bottom: clientHeight - box.top + 4 }
    : { left, width, top: box.bottom + 4, bottom: null };
}
