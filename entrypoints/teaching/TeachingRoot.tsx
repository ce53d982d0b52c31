import { type Ref, useMemo } from 'react';
import { useStore } from 'zustand';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { TeachingOutlines } from '@/components/teaching/TeachingOutlines';
import { TeachingPanel } from '@/components/teaching/TeachingPanel';
import type { TeachingActions } from '@/components/teaching/teachingProps';
import { createTranslator, type Language } from '@/lib/i18n/translator';
import type { TeachingStore } from './teachingStore';

/** Connects the store to panel and outlines. */
export function TeachingRoot({
  store,
  actions,
  language,
  panelRef,
}: {
  store: TeachingStore;
  actions: TeachingActions;
  language: Language;
  panelRef: Ref<HTMLElement>;
}) {
  const state = useStore(store);
  const translator = useMemo(() => createTranslator(language, language), [language]);
  return (
    <TranslatorProvider translator={translator}>
      <TeachingOutlines boxes={state.boxes} picking={state.picking} candidate={state.candidate} />
      <TeachingPanel {...state} {...actions} panelRef={panelRef} />
    </TranslatorProvider>
  );
}
