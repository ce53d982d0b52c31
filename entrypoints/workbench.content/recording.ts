import type { Reading, Recorder } from '@/lib/domain/reading';
import { type RecordAck, sendMessage, type Welcome } from '@/lib/messaging/protocol';
import { createRecordQueue } from '@/lib/messaging/recordQueue';
import { randomId } from '@/lib/observer/randomId';
import { startObserver } from '@/lib/observer/startObserver';
import type { Adapter } from '@/lib/workbenches/types';
import { isConnected } from './connection';
import type { OverlayStore } from './overlayStore';

/** The recorder's life in one page. */
export interface Recording {
  /** Says hello, and observes if it may. */
  start(): Promise<void>;
  /** Consent or pause changed: observes, or stops to. */
  update(): void;
  recorderId(): string;
}

const HEARTBEAT_MS = 20_000;
/** A short restart of the worker is not worth a word. */
const UNDELIVERED_MS = 5_000;
const HELLO_RETRY_MS = 1_000;

/**
 * Observes the page while recording is on, and delivers what it reads. Each start is a new recorder: what happened in
 * between was not seen. Nothing at all is read while recording is off.
 */
export function createRecording({
  adapter,
  document,
  store,
  recorder,
  onWelcome,
  onOrphaned,
  signal,
}: {
  adapter: Adapter;
  document: Document;
  store: OverlayStore;
  recorder: (id: string) => Recorder;
  onWelcome: (welcome: Omit<Welcome, 'tabId' | 'view'>) => void;
  onOrphaned: () => void;
  signal: AbortSignal;
}): Recording {
  let id = randomId();
  let observing: AbortController | null = null;
  /** Since when no hello has been answered; null while they are. */
  let unheardSince: number | null = null;

  async function hello(): Promise<void> {
    try {
      const { view, tabId, ...welcome } = await sendMessage('hello', { recorder: recorder(id) });
      onWelcome(welcome);
      store.setState({ view, undeliveredSince: null });
      unheardSince = null;
    } catch {
      if (!isConnected()) return onOrphaned();
      unheardSince ??= Date.now();
      if (Date.now() - unheardSince > UNDELIVERED_MS) store.setState({ undeliveredSince: unheardSince });
      await new Promise((resolve) => setTimeout(resolve, HELLO_RETRY_MS));
      if (!signal.aborted) await hello();
    }
  }

  function observe(): void {
    if (observing !== null || signal.aborted) return;
    observing = new AbortController();
    const life = observing;
    const stop = () => life.abort();
    signal.addEventListener('abort', stop, { once: true, signal: life.signal });
    const own = recorder(id);
    const queue = createRecordQueue<RecordAck>({
      send: (readings) => sendMessage('recordReadings', { recorder: own, readings }),
      onCommitted: ({ view, open }) => store.setState({ view, open, undeliveredSince: null }),
      onDelayed: (waitedMs) => {
        if (waitedMs > UNDELIVERED_MS) store.setState({ undeliveredSince: Date.now() - waitedMs });
      },
      onOrphaned,
      isConnected,
      schedule: (callback, ms) => void setTimeout(callback, ms),
      now: () => Date.now(),
      signal: life.signal,
    });
    const leave = () => {
      queue.handOver();
      // It was recorded until now, not until the last beat: what is missing begins here.
      void beat();
    };
    document.defaultView?.addEventListener('pagehide', leave, { signal: life.signal });
    const onReading = (reading: Reading) => {
      if (reading.kind === 'health') {
        const { problem, readAt } = reading;
        store.setState({ problem: problem === null ? null : { reason: problem, since: readAt } });
      }
      queue.push(reading);
    };
    startObserver({ adapter, document, recorderId: id, signal: life.signal, onReading });
  }

  function update(): void {
    const { recording } = store.getState();
    if (recording === 'on' && observing === null) {
      void hello().then(observe);
    } else if (recording !== 'on' && observing !== null) {
      observing.abort();
      observing = null;
      id = randomId();
      store.setState({ problem: null, undeliveredSince: null });
    }
  }

  async function beat(): Promise<void> {
    if (!isConnected()) return onOrphaned();
    const { problem } = store.getState();
    try {
      const { known } = await sendMessage('heartbeat', {
        recorderId: id,
        problem: problem?.reason ?? null,
        hidden: document.hidden,
      });
      if (!known) await hello();
    } catch {
      // The next beat tries again; readings have their own retry.
    }
  }

  return {
    recorderId: () => id,
    update,
    async start() {
      await hello();
      if (store.getState().recording === 'on') observe();
      const timer = setInterval(() => void beat(), HEARTBEAT_MS);
      signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    },
  };
}
