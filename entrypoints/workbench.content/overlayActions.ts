import type { OverlayActions as OverlayCallbacks } from '@/components/overlay/overlayProps';
import { findEditable } from '@/lib/composer/findEditable';
import { selectAll } from '@/lib/composer/selectAll';
import type { Suggestion } from '@/lib/domain/quickReply';
import { isRepairable } from '@/lib/domain/reading';
import { overlayPlaceKey } from '@/lib/domain/settings';
import { sendMessage } from '@/lib/messaging/protocol';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { ComposerNotice } from './careStore';
import { insertExtras } from './insertExtras';
import { insertReply } from './insertReply';
import { jumpTo } from './jumpTo';
import type { OverlayStore } from './overlayStore';

/** What the agent can do with the overlay, and what it reports. */
export interface OverlayActions {
  overlay: OverlayCallbacks;
  /** Puts a reply into the composer, and tells the worker that it was used. */
  insert(reply: { replyId: string; text: string }): Promise<{ inserted: boolean; copied: boolean }>;
  /** Puts another text in the place of everything that stands in the composer. */
  replaceAll(text: string): Promise<void>;
  deadlineCrossed(conversationId: string): void;
  suggestionsShown(shown: { conversationId: string; replyIds: string[] }): void;
  /** Runs until the returned function is called: lets the outline fade. */
  tick(signal: AbortSignal): () => void;
}

const OUTLINE_MS = 4_000;

/** Wires the overlay's callbacks to messages and to the page; decides nothing. */
export function createOverlayActions({
  adapter,
  document,
  store,
  recorderId,
  askFields,
  notify,
  report,
}: {
  adapter: Adapter;
  document: Document;
  store: OverlayStore;
  recorderId: () => string;
  /** Asks for the free fields of a suggestion, which is inserted then; false = it has none, or there is no composer. */
  askFields: (suggestion: Suggestion) => boolean;
  /** Says something once, at the composer. */
  notify: (notice: ComposerNotice) => void;
  /** Hears of a message that could not be delivered. */
  report: (error: unknown) => void;
}): OverlayActions {
  const send = (message: Promise<unknown>) => void message.catch(report);
  const keepPlace = (change: { left?: number; top?: number; folded?: boolean }) => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const key = overlayPlaceKey({ workbenchId: adapter.id, width, height });
    const { places, folded } = store.getState();
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

  const pastes = () => store.getState().pastePictures.includes(adapter.id);
  const insert: OverlayActions['insert'] = async ({ replyId, text }) => {
    const result = await insertReply({ adapter, document, text });
    const conversationKey = keyOf(store.getState().open?.conversationId ?? null);
    if (result.inserted && conversationKey !== null) {
      send(sendMessage('replyInserted', { recorderId: recorderId(), conversationKey, replyId }));
    }
    if (result.copied) notify({ notice: 'copied' });
    const extras = sendMessage('replyExtras', { replyId }).then(
      (found) => found && insertExtras({ adapter, document, extras: found, pastes: pastes(), notify }),
    );
    send(extras);
    return result;
  };

  return {
    insert,
    async replaceAll(text) {
      const field = findComposer({ adapter, document });
      const editable = field === null ? null : findEditable(field);
      if (editable === null) return;
      await selectAll(editable, editable.ownerDocument);
      await insertReply({ adapter, document, text });
    },
    deadlineCrossed: (conversationId) => send(sendMessage('deadlineCrossed', { conversationId })),
    suggestionsShown: (shown) => send(sendMessage('suggestionsShown', shown)),
    tick(signal) {
      const timer = setInterval(() => {
        const { outlined } = store.getState();
        if (outlined !== null && outlined.until < Date.now()) store.setState({ outlined: null });
      }, 500);
      const stop = () => clearInterval(timer);
      signal.addEventListener('abort', stop, { once: true });
      return stop;
    },
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
        if (wait.workbenchId === adapter.id && jumpTo({ adapter, document, conversationKey: wait.conversationKey })) {
          store.setState({ outlined: { conversationKey: wait.conversationKey, until: Date.now() + OUTLINE_MS } });
          return;
        }
        send(sendMessage('showConversation', { conversationId: wait.conversationId }));
      },
      onInsert(suggestion) {
        if (!askFields(suggestion)) void insert(suggestion);
      },
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
        if (problem !== null && isRepairable(problem.reason)) send(sendMessage('teachHere', {}));
        else openDashboard('workbenches');
      },
      onDrag(place, done) {
        store.setState({ dragged: done ? null : place });
        if (done) keepPlace(place);
      },
    },
  };
}

/** The adapter's key out of a conversation's id. */
function keyOf(conversationId: string | null): string | null {
  return conversationId?.split('|').slice(3).join('|') ?? null;
}
