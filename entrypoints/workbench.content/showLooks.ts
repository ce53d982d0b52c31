import type { ClosedRoot } from '@/components/closedRoot/closedRoot';
import type { OverlayStore } from './overlayStore';

/** Keeps the theme of a closed root, and whether it stands on the page at all, as the store says. */
export function showLooks({
  store,
  closed: { container, setAside },
  signal,
}: {
  store: OverlayStore;
  closed: ClosedRoot;
  signal: AbortSignal;
}): void {
  const show = () => {
    const { theme, aside } = store.getState();
    if (theme === 'auto') delete container.dataset.theme;
    else container.dataset.theme = theme;
    setAside(aside);
  };
  show();
  signal.addEventListener('abort', store.subscribe(show), { once: true });
}
