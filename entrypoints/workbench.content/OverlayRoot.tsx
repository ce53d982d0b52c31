import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { ClockProvider } from '@/components/clock/ClockProvider';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Chip } from '@/components/overlay/Chip';
import { Overlay } from '@/components/overlay/Overlay';
import { StoppedPill } from '@/components/overlay/StoppedPill';
import type { LiveView, TabState } from '@/lib/domain/live';
import { createTranslator } from '@/lib/i18n/translator';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayActions } from './overlayActions';
import type { OverlayStore, TabOverlayState } from './overlayStore';
import { useDeadlines } from './useDeadlines';
import { useLayout } from './useLayout';
import { useShownSuggestions } from './useShownSuggestions';

/** What the overlay of a tab is made from. */
export interface OverlayRootProps {
  adapter: Adapter;
  store: OverlayStore;
  actions: OverlayActions;
}

/** Connects the tab's store to the overlay and its chips, and keeps both where they belong on the page. */
export function OverlayRoot({
  adapter,
  store,
  actions,
  document,
  signal,
}: OverlayRootProps & { document: Document; signal: AbortSignal }) {
  const state = useStore(store);
  const { view, open, language } = state;
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const layout = useLayout({ adapter, store, document, signal });
  useDeadlines(view, actions.deadlineCrossed);
  const visible = state.shown && layout.placement.unfolded && !document.hidden;
  useShownSuggestions({ open, visible, onShown: actions.suggestionsShown });
  useEffect(() => actions.tick(signal), [actions, signal]);
  if (view === null || !state.shown) {
    if (!state.shown || state.undeliveredSince === null) return null;
    return (
      <TranslatorProvider translator={translator}>
        <StoppedPill place={layout.placement} onRecognise={actions.overlay.onRecognise} />
      </TranslatorProvider>
    );
  }
  return (
    <TranslatorProvider translator={translator}>
      <ClockProvider>
        {layout.outline === null ? null : <div className="mh mh-outline" style={layout.outline} />}
        {layout.chips.map(({ wait, place }) => (
          <Chip key={wait.conversationId} wait={wait} place={place} firstTargetMs={view.targets.firstResponseMs.good} />
        ))}
        <Overlay
          view={view}
          status={statusOf(state, view)}
          folded={!layout.placement.unfolded}
          size={state.size}
          place={layout.placement}
          current={open?.conversationId == null ? null : { ...open, conversationId: open.conversationId }}
          suggestions={open?.suggestions ?? []}
          shop={state.shop}
          peakSort={state.peakSort}
          toMark={0}
          lastMark={state.lastMark}
          {...actions.overlay}
        />
      </ClockProvider>
    </TranslatorProvider>
  );
}

/** What this tab does: what it knows itself comes before what the worker last heard of it. */
function statusOf({ recording, problem, undeliveredSince, pausedAt }: TabOverlayState, view: LiveView): TabState {
  if (recording === 'noConsent') return { state: 'noConsent' };
  if (recording === 'paused') return { state: 'paused', since: pausedAt ?? view.at };
  if (problem !== null) return { state: 'notReading', since: problem.since, problem: problem.reason };
  if (undeliveredSince !== null) return { state: 'notReading', since: undeliveredSince, problem: 'notStored' };
  return { state: 'recording' };
}
