import { overlayPlaceKey } from '@/lib/domain/settings';
import type { Welcome } from '@/lib/messaging/protocol';
import type { OverlayStore, TabOverlayState } from './overlayStore';

/** What the worker's word on consent, pause and settings is in the store. */
export function welcomed({ overlay, ...rest }: Omit<Welcome, 'tabId' | 'view'>): Partial<TabOverlayState> {
  return { ...rest, places: overlay.places, size: overlay.size, shown: overlay.shown };
}

/** Folds or unfolds the overlay as the agent left it, for this workbench and size of the window. */
export function restorePlace(store: OverlayStore, document: Document): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { places, workbenchId } = store.getState();
  const place = places[overlayPlaceKey({ workbenchId, width, height })];
  if (place !== undefined) store.setState({ folded: place.folded });
}
