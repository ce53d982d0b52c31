import { overlayPlaceKey } from '@/lib/domain/settings';
import { onMessage, sendMessage, type Welcome } from '@/lib/messaging/protocol';
import { awaitIdentity } from '@/lib/observer/awaitIdentity';
import type { PageHandle } from '@/lib/workbenches/pageHandle';
import type { Adapter } from '@/lib/workbenches/types';
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

/** How long a notice stands at the composer. */
const NOTICE_MS = 10_000;
/** A picker of the workbench that was seen so often on the mark is no chance: it is remembered. */
const YIELDS_REMEMBERED = 2;

/** Records a workbench while the agent wants that, and shows the overlay, until `signal` is aborted. */
export async function startWorkbench({
  adapter,
  handle,
  signal,
  onOrphaned,
}: {
  adapter: Adapter;
  handle: PageHandle;
  signal: AbortSignal;
  /** The extension is gone: an update, or its removal. */
  onOrphaned: () => void;
}): Promise<void> {
  const isTop = window === window.top;
  const { origin } = window.location;
  const identity = await awaitIdentity({ adapter, document, signal });
  if (signal.aborted) return;
  const store = createOverlayStore();
  handle.setAside = (aside) => store.setState({ aside });
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
    onOrphaned,
    signal,
  });
  const report = (error: unknown) => {
    if (!isConnected()) onOrphaned();
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
  const actions = createOverlayActions({
    adapter,
    document,
    store,
    recorderId,
    askFields: (suggestion) => palette.askFields(suggestion),
    notify,
    report,
  });

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

  // A workbench that lives in a frame has the overlay there: the page around it knows nothing of the conversations.
  const paletteStore = createPaletteStore();
  let yields = 0;
  const palette = startPalette({
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
      palette: { store: paletteStore, onPick: palette.pick },
      care: { store: careStore, palette: paletteStore, onVariant: actions.replaceAll, onDismiss: dismissCare },
    });
  listenToShortcuts({
    window,
    signal,
    suggestions: () => store.getState().open?.suggestions ?? [],
    onInsert: actions.overlay.onInsert,
  });
  await recording.start();
  if (!signal.aborted) restore();
}
