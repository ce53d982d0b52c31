import { useEffect, useState } from 'react';
import type { OverlayStore, TabOverlayState } from './overlayStore';
import { watchLayout } from './watchLayout';

/** What `read` finds on the page, again after each change of the page's layout or of the store. */
export function useLayout<Layout>({
  read,
  store,
  document,
  signal,
}: {
  /** The same function as long as it reads the same. */
  read: (state: TabOverlayState) => Layout;
  store: OverlayStore;
  document: Document;
  signal: AbortSignal;
}): Layout {
  const [layout, setLayout] = useState(() => read(store.getState()));
  useEffect(() => {
    const life = new AbortController();
    const stop = () => life.abort();
    signal.addEventListener('abort', stop, { once: true });
    const look = () => setLayout((before) => same(before, read(store.getState())));
    watchLayout({ document, look, signal: life.signal });
    const unsubscribe = store.subscribe(look);
    look();
    return () => {
      signal.removeEventListener('abort', stop);
      stop();
      unsubscribe();
    };
  }, [read, store, document, signal]);
  return layout;
}

/** The layout before, when nothing of it moved: nothing is drawn again then. */
function same<Layout>(before: Layout, after: Layout): Layout {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
