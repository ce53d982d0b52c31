import { onMessage, type SharedFrame, sendMessage } from '@/lib/messaging/protocol';
import { framePathOf } from '@/lib/observer/framePath';
import { findObstacles } from '@/lib/observer/landmarks';
import { randomId } from '@/lib/observer/randomId';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayStore } from './overlayStore';
import { watchLayout } from './watchLayout';

/** It says so often that it is still there. */
const BEAT_MS = 10_000;
/** The script of the page around it may start later than its own: until it has answered, it is told at each look. */
const CALLING_MS = 60_000;
/** A page that has not answered by then is none that we are let into: the overlay stands in the frame. */
const UNHOSTED_AFTER_MS = 1_500;

/** Tells the page around a frame how it is read and what must stay free in it, until `signal` is aborted. */
export function shareFrame({
  adapter,
  window,
  store,
  recorderId,
  signal,
}: {
  adapter: Adapter;
  window: Window;
  store: OverlayStore;
  recorderId: () => string;
  signal: AbortSignal;
}): void {
  const { document } = window;
  const id = randomId();
  let sent = '';
  let sentAt = 0;
  const startedAt = Date.now();
  let path: number[] | null = null;
  const send = (shared: SharedFrame) => void sendMessage('shareFrame', shared).catch(() => undefined);
  const look = () => {
    path = framePathOf(window);
    if (path === null || signal.aborted) return;
    const { problem, undeliveredSince, aside } = store.getState();
    const shared: SharedFrame = {
      id,
      frameId: null,
      path,
      boxes: findObstacles({ adapter, document }),
      state: { recorderId: recorderId(), workbenchId: adapter.id, problem, undeliveredSince, aside },
    };
    const now = JSON.stringify(shared);
    const calls = store.getState().hosted !== true && Date.now() - startedAt < CALLING_MS;
    if (now === sent && !calls && Date.now() - sentAt < BEAT_MS) return;
    sent = now;
    sentAt = Date.now();
    send(shared);
  };
  const leave = () => {
    if (path !== null) send({ id, frameId: null, path, boxes: [], state: null });
    sent = '';
  };
  const soon = watchLayout({ document, look, signal });
  const unsubscribe = store.subscribe(soon);
  const stop = onMessage('frameHosted', ({ data }) => {
    if (data.id === id) store.setState({ hosted: true });
  });
  const timer = setTimeout(() => {
    if (store.getState().hosted === null) store.setState({ hosted: false });
  }, UNHOSTED_AFTER_MS);
  // A page that comes back out of the cache shares anew at the next look.
  window.addEventListener('pagehide', leave, { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      unsubscribe();
      stop();
      leave();
    },
    { once: true },
  );
  look();
}
