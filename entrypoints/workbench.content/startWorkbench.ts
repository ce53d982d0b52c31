import { onMessage, sendMessage } from '@/lib/messaging/protocol';
import { awaitIdentity } from '@/lib/observer/awaitIdentity';
import { findObstacles } from '@/lib/observer/landmarks';
import type { PageHandle } from '@/lib/workbenches/pageHandle';
import type { Adapter } from '@/lib/workbenches/types';
import { type ComposerNotice, createCareStore } from './careStore';
import { createComposerActions } from './composerActions';
import { isConnected } from './connection';
import { type HeardFrames, welcomeFrames } from './hearFrames';
import { jumpTo } from './jumpTo';
import { mountOverlay } from './mountOverlay';
import { createOverlayActions } from './overlayActions';
import { createOverlayStore } from './overlayStore';
import { createPaletteStore } from './paletteStore';
import { playTone } from './playTone';
import { createRecording } from './recording';
import { restorePlace, welcomed } from './restorePlace';
import { shareFrame } from './shareFrame';
import { listenForEscape, listenToShortcuts } from './shortcuts';
import { startCare } from './startCare';
import { startPalette } from './startPalette';

/** How long a notice stands at the composer. */
const NOTICE_MS = 10_000;
/** A picker of the workbench that was seen so often on the mark is no chance: it is remembered. */
const YIELDS_REMEMBERED = 2;
const OUTLINE_MS = 4_000;

/** Records a workbench while the agent wants that, and shows the overlay, until `signal` is aborted. */
export async function startWorkbench({
  adapter,
  handle,
  heard,
  signal,
  onOrphaned,
}: {
  adapter: Adapter;
  handle: PageHandle;
  /** Workbenches in frames of this page. */
  heard: HeardFrames;
  signal: AbortSignal;
  /** The extension is gone: an update, or its removal. */
  onOrphaned: () => void;
}): Promise<void> {
  const isTop = window === window.top;
  const { origin } = window.location;
  const identity = await awaitIdentity({ adapter, document, signal });
  if (signal.aborted) return;
  const store = createOverlayStore({ workbenchId: adapter.id, hosted: isTop ? false : null });
  handle.setAside = (aside) => store.setState({ aside });
  const recording = createRecording({
    adapter,
    document,
    store,
    recorder: (id) => ({ id, workbenchId: adapter.id, origin, ...identity }),
    onWelcome: (welcome) => store.setState(welcomed(welcome)),
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
  const composer = createComposerActions({ adapter, document, store, recorderId, notify, report });
  const outline = (conversationKey: string) => {
    store.setState({ outlined: { conversationKey, until: Date.now() + OUTLINE_MS } });
  };
  const actions = createOverlayActions({
    document,
    store,
    reach: {
      insert(suggestion) {
        if (!palette.askFields(suggestion)) void composer.insert(suggestion);
      },
      outline({ workbenchId, conversationKey }) {
        const isHere = workbenchId === adapter.id && jumpTo({ adapter, document, conversationKey });
        if (isHere) outline(conversationKey);
        return isHere;
      },
      frameId: () => null,
    },
    report,
  });

  const isOwn = () => store.getState().hosted !== true;
  const stopListening = [
    onMessage('viewChanged', ({ data: { recorderId: id, view, open } }) => {
      if (id === recorderId()) store.setState({ view, open });
    }),
    onMessage('recordingChanged', ({ data }) => {
      store.setState(welcomed(data));
      recording.update();
    }),
    onMessage('outlineConversation', ({ data: { conversationKey } }) => {
      jumpTo({ adapter, document, conversationKey });
      outline(conversationKey);
    }),
    onMessage('playTone', () => playTone()),
    onMessage('toggleOverlay', () => {
      if (isOwn()) actions.overlay.onToggle();
    }),
    onMessage('frameAsked', ({ data: { request } }) => {
      if (request.do === 'insert') actions.overlay.onInsert(request.suggestion);
      else listenForEscape({ window, signal, onEscape: () => void sendMessage('escapeOverlay', {}).catch(report) });
    }),
    onMessage('insertReply', ({ data }) => composer.insert(data)),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stopListening) stop();
  });

  const paletteStore = createPaletteStore();
  let yields = 0;
  const palette = startPalette({
    adapter,
    document,
    window,
    store: paletteStore,
    overlay: store,
    recorderId,
    insert: composer.insert,
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
  mountOverlay({
    adapter,
    store,
    actions,
    obstacles: () => [...findObstacles({ adapter, document }), ...heard.list().flatMap(({ boxes }) => boxes)],
    document,
    signal,
    palette: { store: paletteStore, onPick: palette.pick },
    care: { store: careStore, palette: paletteStore, onVariant: composer.replaceAll, onDismiss: dismissCare },
  });
  if (isTop) welcomeFrames(heard, signal);
  else shareFrame({ adapter, window, store, recorderId, signal });
  listenToShortcuts({
    window,
    signal,
    suggestions: () => store.getState().open?.suggestions ?? [],
    onInsert: actions.overlay.onInsert,
  });
  await recording.start();
  if (!signal.aborted) restorePlace(store, document);
}
