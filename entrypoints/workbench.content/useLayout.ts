import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Placement, placeOverlay } from '@/components/overlay/placeOverlay';
import type { Waiting } from '@/lib/domain/live';
import { overlayPlaceKey } from '@/lib/domain/settings';
import { findListItems, findObstacles, type LandmarkBox, visibleBox } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayStore, TabOverlayState } from './overlayStore';

/** Where everything of the overlay stands. */
export interface OverlayLayout {
  placement: Placement;
  chips: { wait: Waiting; place: { left: number; top: number } }[];
  outline: LandmarkBox | null;
}

const PILL = { width: 168, height: 36 };
const PANEL_WIDTH = { small: 240, medium: 272, large: 312 };
const PANEL_HEIGHT = 420;
const CHIP_HEIGHT = 18;
/** Layout is looked at this often while the page changes, and once a second otherwise. */
const BUSY_MS = 100;
const IDLE_MS = 1_000;

/** Works out where the overlay, its chips and the outline stand, again after each change of the page's layout. */
export function useLayout({
  adapter,
  store,
  document,
  signal,
}: {
  adapter: Adapter;
  store: OverlayStore;
  document: Document;
  signal: AbortSignal;
}): OverlayLayout {
  const state = useStore(store);
  const [layout, setLayout] = useState(() => layoutOf(adapter, state, document));
  useEffect(() => {
    const update = () => setLayout((before) => same(before, layoutOf(adapter, store.getState(), document)));
    let timer: ReturnType<typeof setTimeout> | null = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        update();
      }, BUSY_MS);
    };
    const window = document.defaultView;
    window?.addEventListener('resize', soon, { signal, passive: true });
    document.addEventListener('scroll', soon, { signal, passive: true, capture: true });
    const idle = setInterval(update, IDLE_MS);
    const unsubscribe = store.subscribe(update);
    update();
    return () => {
      window?.removeEventListener('resize', soon);
      document.removeEventListener('scroll', soon, { capture: true });
      if (timer !== null) clearTimeout(timer);
      clearInterval(idle);
      unsubscribe();
    };
  }, [adapter, store, document, signal]);
  return layout;
}

function layoutOf(adapter: Adapter, state: TabOverlayState, document: Document): OverlayLayout {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const kept = state.places[overlayPlaceKey({ workbenchId: adapter.id, width, height })] ?? null;
  const placement = placeOverlay({
    pill: PILL,
    panel: { width: PANEL_WIDTH[state.size], height: PANEL_HEIGHT },
    unfolded: !state.folded,
    wanted: state.dragged ?? kept,
    viewport: { width, height },
    // While the agent holds it, it follows the hand.
    obstacles: state.dragged === null ? findObstacles({ adapter, document }) : [],
  });
  const items = findListItems({ adapter, document });
  const waiting = state.recording === 'on' ? (state.view?.waiting ?? []) : [];
  const chips = waiting.flatMap((wait) => {
    const element = wait.workbenchId === adapter.id ? items.get(wait.conversationKey) : undefined;
    const box = element === undefined ? null : visibleBox(element);
    return box === null ? [] : [{ wait, place: chipPlace(box) }];
  });
  const outlined = state.outlined === null ? undefined : items.get(state.outlined.conversationKey);
  return { placement, chips, outline: outlined === undefined ? null : visibleBox(outlined) };
}

/** At the lower left corner of the item, over its picture: names, badges and the workbench's own clock stand elsewhere. */
function chipPlace({ left, top, height }: LandmarkBox): { left: number; top: number } {
  return { left: Math.round(left + 4), top: Math.round(top + height - CHIP_HEIGHT - 2) };
}

/** The layout before, when nothing of it moved: nothing is drawn again then. */
function same(before: OverlayLayout, after: OverlayLayout): OverlayLayout {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
