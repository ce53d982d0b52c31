import { overlayPlaceKey } from '@/lib/domain/settings';
import { onMessage, sendMessage, type Welcome } from '@/lib/messaging/protocol';
import { awaitAdapter } from '@/lib/observer/awaitAdapter';
import { awaitIdentity } from '@/lib/observer/awaitIdentity';
import { adaptersForSellers } from '@/lib/workbenches/registry';
import { type ComposerNotice, createCareStore } from './careStore';
import { isConnected } from './connection';
import { jumpTo } from './jumpTo';
import { mountOverlay } from './mountOverlay';
import { createOverlayActions } from './overlayActions';
import { createOverlayStore } from './overlayStore';
import { createPaletteStore } from './paletteStore';
import { playTone } from './playTone';
import { createRecording } from './recording';
import { listenToShortcuts } from './shortcuts';
import { startCare } from './startCare';
import { startPalette } from './startPalette';

/** After an update the new copy draws its overlay at once: the old one must not stand beside it for long. */
const CONNECTION_LOOK_MS = 500;
/** How long a notice stands at the composer. */
const NOTICE_MS = 10_000;
/** A picker of the workbench that was seen so often on the mark is no chance: it is remembered. */
const YIELDS_REMEMBERED = 2;

/** Finds out which workbench the page is, records it while the agent wants that, and shows the overlay. */
export async function startWorkbench(): Promise<void> {
  const life = new AbortController();
  const { signal } = life;
  const isTop = window === window.top;
  const { origin } = window.location;
  const adapter = await awaitAdapter({
    adapters: adaptersForSellers,
    document,
    signal,
    onUnknown: () => {
      if (isTop && isConnected()) sendMessage('noAdapter', { origin }).catch(() => undefined);
    },
  });
  const identity = await awaitIdentity({ adapter, document, signal });
  const store = createOverlayStore();
  const apply = (welcome: Omit<Welcome, 'tabId' | 'view'>) => {
    const { overlay, ...rest } = welcome;
    store.setState({ ...rest, places: overlay.places, size: overlay.size, shown: overlay.shown });
  };
  const restore = () => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const place = store.getState().places[overlayPlaceKey({ workbenchId: adapter.id, width, height })];
    if (place !== undefined) store.setState({ folded: place.folded });
  };
  const recording = createRecording({
    adapter,
    document,
    store,
    recorder: (id) => ({ id, workbenchId: adapter.id, origin, ...identity }),
    onWelcome: apply,
    onOrphaned: () => life.abort(),
    signal,
  });
  const report = (error: unknown) => {
    if (!isConnected()) life.abort();
    else console.error('秒回:', error);
  };
  const careStore = createCareStore();
  const notify = (notice: ComposerNotice) => {
    careStore.setState(({ notices }) => ({ notices: [...notices, notice] }));
    setTimeout(
      () => careStore.setState(({ notices }) => ({ notices: notices.filter((one) => one !== notice) })),
      NOTICE_MS,
    );
  };
  const { recorderId } = recording;
  const actions = createOverlayActions({ adapter, document, store, recorderId, notify, report });

  const stopListening = [
    onMessage('viewChanged', ({ data }) => store.setState(data)),
    onMessage('recordingChanged', ({ data }) => {
      apply(data);
      recording.update();
    }),
    onMessage('outlineConversation', ({ data: { conversationKey } }) => {
      jumpTo({ adapter, document, conversationKey });
      store.setState({ outlined: { conversationKey, until: Date.now() + 4_000 } });
    }),
    onMessage('playTone', () => playTone()),
    onMessage('toggleOverlay', () => actions.overlay.onToggle()),
    onMessage('insertReply', ({ data }) => actions.insert(data)),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stopListening) stop();
  });

  const watch = setInterval(() => {
    if (!isConnected()) life.abort();
  }, CONNECTION_LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(watch));

  // A workbench that lives in a frame has the overlay there: the page around it knows nothing of the conversations.
  const paletteStore = createPaletteStore();
  let yields = 0;
  const pick = startPalette({
    adapter,
    document,
    window,
    store: paletteStore,
    overlay: store,
    recorderId,
    insert: actions.insert,
    onYield() {
      yields++;
      notify({ notice: 'yielded' });
      if (yields === YIELDS_REMEMBERED)
        sendMessage('paletteMarks', { workbenchId: adapter.id, marks: false }).catch(report);
    },
    report,
    signal,
  });
  const dismissCare = startCare({
    adapter,
    document,
    window,
    store: careStore,
    overlay: store,
    recorderId,
    isSearching: () => paletteStore.getState().query !== null,
    report,
    signal,
  });
  if (isTop || adapter.frames === 'all')
    mountOverlay({
      adapter,
      store,
      actions,
      document,
      signal,
      palette: { store: paletteStore, onPick: pick },
      care: { store: careStore, palette: paletteStore, onVariant: actions.replaceAll, onDismiss: dismissCare },
    });
  listenToShortcuts({
    window,
    signal,
    suggestions: () => store.getState().open?.suggestions ?? [],
    onInsert: actions.overlay.onInsert,
  });
  await recording.start();
  restore();
}
