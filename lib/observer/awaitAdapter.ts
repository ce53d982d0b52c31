import type { Adapter } from '@/lib/workbenches/types';
import { matchAdapter } from './matchAdapter';

/** A page that shows no workbench for so long is taken for another page; it is said again as often. */
const UNKNOWN_AFTER_MS = 8_000;
/** A page that is being built changes hundreds of times a second; it is looked at this often. */
const LOOK_MS = 250;

/**
 * The adapter of a page, as soon as it can be told: a workbench draws itself long after its document has loaded, and
 * one behind a login only after that. `onUnknown` is called again and again while nothing fits; the wait goes on.
 */
export function awaitAdapter({
  adapters,
  document,
  signal,
  onUnknown,
}: {
  adapters: readonly Adapter[];
  document: Document;
  signal: AbortSignal;
  onUnknown(): void;
}): Promise<Adapter> {
  return new Promise((resolve) => {
    let scheduled = false;
    const look = (): boolean => {
      const adapter = matchAdapter({ adapters, document, url: document.location.href });
      if (adapter === null) return false;
      stop();
      resolve(adapter);
      return true;
    };
    const mutations = new MutationObserver(() => {
      if (scheduled) return;
      scheduled = true;
      setTimeout(() => {
        scheduled = false;
        if (!signal.aborted) look();
      }, LOOK_MS);
    });
    const unknown = setInterval(onUnknown, UNKNOWN_AFTER_MS);
    const stop = () => {
      mutations.disconnect();
      clearInterval(unknown);
    };
    signal.addEventListener('abort', stop, { once: true });
    if (!look()) mutations.observe(document, { childList: true, subtree: true });
  });
}
