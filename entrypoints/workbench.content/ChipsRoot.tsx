import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { ClockProvider } from '@/components/clock/ClockProvider';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Chip } from '@/components/overlay/Chip';
import { createTranslator } from '@/lib/i18n/translator';
import { findListItems, type LandmarkBox, visibleBox } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayStore, TabOverlayState } from './overlayStore';
import { useLayout } from './useLayout';

const CHIP_HEIGHT = 18;
const FADE_LOOK_MS = 500;

/** The clocks at the waiting items of the workbench's own list, and the outline of the one that was jumped to. */
export function ChipsRoot({
  adapter,
  store,
  document,
  signal,
}: {
  adapter: Adapter;
  store: OverlayStore;
  document: Document;
  signal: AbortSignal;
}) {
  const view = useStore(store, (state) => state.view);
  const shown = useStore(store, (state) => state.shown);
  const language = useStore(store, (state) => state.language);
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const read = useCallback((state: TabOverlayState) => chipsOf(adapter, state, document), [adapter, document]);
  const { chips, outline } = useLayout({ read, store, document, signal });
  useEffect(() => {
    const timer = setInterval(() => {
      const { outlined } = store.getState();
      if (outlined !== null && outlined.until < Date.now()) store.setState({ outlined: null });
    }, FADE_LOOK_MS);
    return () => clearInterval(timer);
  }, [store]);
  if (view === null || !shown) return null;
  return (
    <TranslatorProvider translator={translator}>
      <ClockProvider>
        {outline === null ? null : <div className="mh mh-outline" style={outline} />}
        {chips.map(({ wait, place }) => (
          <Chip key={wait.conversationId} wait={wait} place={place} firstTargetMs={view.targets.firstResponseMs.good} />
        ))}
      </ClockProvider>
    </TranslatorProvider>
  );
}

function chipsOf(adapter: Adapter, { recording, view, outlined }: TabOverlayState, document: Document) {
  const items = findListItems({ adapter, document });
  const waiting = recording === 'on' ? (view?.waiting ?? []) : [];
  const chips = waiting.flatMap((wait) => {
    const element = wait.workbenchId === adapter.id ? items.get(wait.conversationKey) : undefined;
    const box = element === undefined ? null : visibleBox(element);
    return box === null ? [] : [{ wait, place: chipPlace(box) }];
  });
  const element = outlined === null ? undefined : items.get(outlined.conversationKey);
  return { chips, outline: element === undefined ? null : visibleBox(element) };
}

/** At the lower left corner of the item, over its picture: names, badges and the workbench's own clock stand elsewhere. */
function chipPlace({ left, top, height }: LandmarkBox): { left: number; top: number } {
  return { left: Math.round(left + 4), top: Math.round(top + height - CHIP_HEIGHT - 2) };
}
