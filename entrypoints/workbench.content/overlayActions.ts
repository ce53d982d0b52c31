import type { OverlayActions as OverlayCallbacks } from '@/components/overlay/overlayProps';
import type { Waiting } from '@/lib/domain/live';
import type { Suggestion } from '@/lib/domain/quickReply';
import { isRepairable } from '@/lib/domain/reading';
import { overlayPlaceKey } from '@/lib/domain/settings';
import { sendMessage } from '@/lib/messaging/protocol';
import type { OverlayStore } from './overlayStore';

/** What the agent can do with the overlay, and what it reports. */
export interface OverlayActions {
  overlay: OverlayCallbacks;
  deadlineCrossed(conversationId: string): void;
  suggestionsShown(shown: { conversationId: string; replyIds: string[] }): void;
}

/** What the overlay does with the workbench itself, which may stand in a frame of its page. */
export interface OverlayReach {
  /** Puts a suggestion into the composer, its free fields asked for first. */
  insert(suggestion: Suggestion): void;
  /** Outlines the item of a waiting customer; false = the worker is to do it. */
  outline(wait: Waiting): boolean;
  /** The browser's number of the frame that is read; null = the sender's. */
  frameId(): number | null;
}

/** Wires the overlay's callbacks to messages and to the page; decides nothing. */
export function createOverlayActions({
  document,
  store,
  reach,
  report,
}: {
  document: Document;
  store: OverlayStore;
  reach: OverlayReach;
  /** Hears of a message that could not be delivered. */
  report: (error: unknown) => void;
}): OverlayActions {
  const send = (message: Promise<unknown>) => void message.catch(report);
  const keepPlace = (change: { left?: number; top?: number; folded?: boolean }) => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { places, folded, workbenchId } = store.getState();
    const key = overlayPlaceKey({ workbenchId, width, height });
    const before = places[key] ?? { left: width, top: height, folded };
    const place = { ...before, ...change };
    store.setState({ places: { ...places, [key]: place } });
    send(sendMessage('overlayPlaced', { key, place }));
  };
  const mark = (kind: Parameters<OverlayCallbacks['onMark']>[0], on: boolean) => {
    const conversationId = store.getState().open?.conversationId;
    if (conversationId == null) return;
    store.setState({ lastMark: on ? kind : null });
    send(sendMessage('markConversation', { conversationId, kind, on }));
  };
  const openDashboard = (page: 'today' | 'workbenches') => send(sendMessage('openDashboard', { page }));

  return {
    deadlineCrossed: (conversationId) => send(sendMessage('deadlineCrossed', { conversationId })),
    suggestionsShown: (shown) => send(sendMessage('suggestionsShown', shown)),
    overlay: {
      onToggle() {
        const folded = !store.getState().folded;
        store.setState({ folded });
        keepPlace({ folded });
      },
      onPause: () => send(sendMessage('setPaused', { paused: true })),
      onResume: () => send(sendMessage('setPaused', { paused: false })),
      onStart: () => send(sendMessage('startRecording', { origin: document.location.origin })),
      onDuty: (on) => send(sendMessage('setDuty', { on })),
      onPerson: (person) => send(sendMessage('setPerson', { person })),
      onShop: (shop) => store.setState({ shop }),
      onJump(wait) {
        if (!reach.outline(wait)) send(sendMessage('showConversation', { conversationId: wait.conversationId }));
      },
      onNameShop: () => openDashboard('workbenches'),
      onLeaveShop: ({ origin }) => send(sendMessage('nameShop', { origin, shop: null })),
      onInsert: (suggestion) => reach.insert(suggestion),
      onMark(kind) {
        const { open } = store.getState();
        const marked = kind === 'advertiser' ? open?.advertiser === true : open?.outcome === kind;
        mark(kind, !marked);
      },
      onUndo() {
        const { lastMark } = store.getState();
        if (lastMark !== null) mark(lastMark, false);
      },
      onMore: () => openDashboard('today'),
      onToMark: () => openDashboard('today'),
      onRecognise() {
        const { problem } = store.getState();
        if (problem !== null && isRepairable(problem.reason))
          send(sendMessage('teachHere', { frameId: reach.frameId() }));
        else openDashboard('workbenches');
      },
      onDrag(place, done) {
        store.setState({ dragged: done ? null : place });
        if (done) keepPlace(place);
      },
    },
  };
}
