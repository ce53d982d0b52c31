import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { ClockProvider } from '@/components/clock/ClockProvider';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Overlay } from '@/components/overlay/Overlay';
import { type Placement, placeOverlay } from '@/components/overlay/placeOverlay';
import { StoppedPill } from '@/components/overlay/StoppedPill';
import type { LiveView, TabState } from '@/lib/domain/live';
import { overlayPlaceKey } from '@/lib/domain/settings';
import { createTranslator } from '@/lib/i18n/translator';
import type { LandmarkBox } from '@/lib/observer/landmarks';
import type { OverlayActions } from './overlayActions';
import type { OverlayStore, TabOverlayState } from './overlayStore';
import { useDeadlines } from './useDeadlines';
import { useLayout } from './useLayout';
import { useShownSuggestions } from './useShownSuggestions';

const PILL = { width: 168, height: 36 };
const PANEL_WIDTH = { small: 240, medium: 272, large: 312 };
const PANEL_HEIGHT = 420;

/** What pill and panel of a page are made from. */
export interface PanelRootProps {
  store: OverlayStore;
  actions: OverlayActions;
  /** What has to stay free in this page's window; the same function for the panel's life. */
  obstacles: () => LandmarkBox[];
  document: Document;
  signal: AbortSignal;
}

/** Connects a store to pill and panel, and keeps them where they cover nothing. */
export function PanelRoot({ store, actions, obstacles, document, signal }: PanelRootProps) {
  const state = useStore(store);
  const { view, open, language } = state;
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const read = useCallback((now: TabOverlayState) => placementOf(now, obstacles, document), [obstacles, document]);
  const placement = useLayout({ read, store, document, signal });
  useDeadlines(view, actions.deadlineCrossed);
  const visible = state.shown && placement.unfolded && !document.hidden;
  useShownSuggestions({ open, visible, onShown: actions.suggestionsShown });
  if (view === null || !state.shown) {
    if (!state.shown || state.undeliveredSince === null) return null;
    return (
      <TranslatorProvider translator={translator}>
        <StoppedPill place={placement} onRecognise={actions.overlay.onRecognise} />
      </TranslatorProvider>
    );
  }
  return (
    <TranslatorProvider translator={translator}>
      <ClockProvider>
        <Overlay
          view={view}
          status={statusOf(state, view)}
          folded={!placement.unfolded}
          size={state.size}
          place={placement}
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

function placementOf(state: TabOverlayState, obstacles: () => LandmarkBox[], document: Document): Placement {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const kept = state.places[overlayPlaceKey({ workbenchId: state.workbenchId, width, height })] ?? null;
  return placeOverlay({
    pill: PILL,
    panel: { width: PANEL_WIDTH[state.size], height: PANEL_HEIGHT },
    unfolded: !state.folded,
    wanted: state.dragged ?? kept,
    viewport: { width, height },
    // While the agent holds it, it follows the hand.
    obstacles: state.dragged === null ? obstacles() : [],
  });
}

/** What this tab does: what it knows itself comes before what the worker last heard of it. */
function statusOf({ recording, problem, undeliveredSince, pausedAt }: TabOverlayState, view: LiveView): TabState {
  if (recording === 'noConsent') return { state: 'noConsent' };
  if (recording === 'paused') return { state: 'paused', since: pausedAt ?? view.at };
  if (problem !== null) return { state: 'notReading', since: problem.since, problem: problem.reason };
  if (undeliveredSince !== null) return { state: 'notReading', since: undeliveredSince, problem: 'notStored' };
  return { state: 'recording' };
}
