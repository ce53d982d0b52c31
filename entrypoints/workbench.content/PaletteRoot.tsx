import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Palette, type PaletteForm } from '@/components/palette/Palette';
import { type PalettePlace, placePalette } from '@/components/palette/placePalette';
import { caretBox } from '@/lib/composer/caretBox';
import { findEditable } from '@/lib/composer/findEditable';
import type { PaletteResult } from '@/lib/domain/palette';
import { createTranslator } from '@/lib/i18n/translator';
import { findComposer, findSend } from '@/lib/observer/landmarks';
import { boxInWindow } from '@/lib/observer/roots';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayStore } from './overlayStore';
import type { AskedFields, PaletteStore } from './paletteStore';
import { withAnswers } from './startPalette';

export interface PaletteRootProps {
  adapter: Adapter;
  document: Document;
  overlay: OverlayStore;
  store: PaletteStore;
  onPick: (result: PaletteResult) => void;
}

/**
 * Shows the palette at the caret while it is open, where it stood when it opened. Of the first answer on: an empty box
 * would only flicker.
 */
export function PaletteRoot({ adapter, document, overlay, store, onPick }: PaletteRootProps) {
  const { query, results, answered, chosen, asked } = useStore(store);
  const language = useStore(overlay, (state) => state.language);
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const mirror = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<PalettePlace | null>(null);
  const isOpen = query !== null;
  useLayoutEffect(() => {
    setPlace(isOpen && mirror.current !== null ? placeAtCaret(adapter, document, mirror.current) : null);
  }, [isOpen, adapter, document]);
  const isShown = query !== null && (answered !== null || results.length > 0) && place !== null;
  return (
    <>
      <div ref={mirror} aria-hidden="true" />
      {isShown ? (
        <TranslatorProvider translator={translator}>
          <Palette
            query={query}
            results={results}
            chosen={chosen}
            form={asked === null ? null : formOf(asked, query)}
            place={place}
            onPick={onPick}
          />
        </TranslatorProvider>
      ) : null}
    </>
  );
}

function formOf({ result, index, start, answers }: AskedFields, query: string): PaletteForm {
  const field = result.asked[index] ?? '';
  const answer = query.slice(start);
  const preview = withAnswers(result.text, { ...answers, [field]: answer.trim() });
  return { title: result.title || result.text, field, number: index + 1, count: result.asked.length, answer, preview };
}

function placeAtCaret(adapter: Adapter, document: Document, mirrorRoot: Node): PalettePlace | null {
  const field = findComposer({ adapter, document });
  const editable = field === null ? null : findEditable(field);
  if (field === null || editable === null) return null;
  const box = boxInWindow(editable);
  const inFrame = editable.getBoundingClientRect();
  const own = caretBox({ editable, document: editable.ownerDocument, mirrorRoot });
  const caret =
    own === null
      ? { left: box.left, top: box.top, height: 20 }
      : {
          ...own,
          left: own.left + box.left - inFrame.left,
          top: own.top + box.top - inFrame.top,
        };
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return placePalette({ caret, window: { width, height }, send: findSend({ adapter, document }) });
}
