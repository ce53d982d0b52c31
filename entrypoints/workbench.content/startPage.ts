import { onMessage, type PageAdapters, sendMessage } from '@/lib/messaging/protocol';
import { awaitAdapter } from '@/lib/observer/awaitAdapter';
import type { PageHandle } from '@/lib/workbenches/pageHandle';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import { isConnected } from './connection';
import { hearFrames } from './hearFrames';
import { hostFrames } from './hostFrames';
import { passFrames } from './passFrames';
import { startWorkbench } from './startWorkbench';

/** After an update the new copy draws its overlay at once: the old one must not stand beside it for long. */
const CONNECTION_LOOK_MS = 500;
const ASK_AGAIN_MS = 8_000;

/**
 * Finds out what reads this page, the user's own adapters first, and works it; again from the start whenever that may have
 * changed. A page that buyers see too waits for the user's word.
 */
export function startPage(): void {
  const { origin } = window.location;
  const isTop = window === window.top;
  const life = new AbortController();
  let round = new AbortController();
  let asks = false;
  let running: string | null = null;
  const handle: PageHandle = { adapter: null, setAside: () => undefined };
  globalThis.miaohuiPage = handle;
  const heard = hearFrames({ window, signal: life.signal });
  if (!isTop) passFrames({ window, heard, signal: life.signal });
  const report = (error: unknown) => {
    if (!isConnected()) life.abort();
    else console.error('秒回:', error);
  };

  const tell = (message: () => Promise<unknown>) => {
    if (isConnected()) message().catch(() => undefined);
  };

  async function run(): Promise<void> {
    const chosen = await ask(origin, life.signal);
    if (chosen === null) return;
    const key = JSON.stringify(chosen);
    if (key === running) return;
    running = key;
    round.abort();
    round = new AbortController();
    const { signal } = round;
    asks = false;
    handle.adapter = null;
    const hosting = new AbortController();
    signal.addEventListener('abort', () => hosting.abort(), { once: true });
    handle.setAside = isTop ? hostFrames({ window, heard, signal: hosting.signal, report }) : () => undefined;
    const adapter = await awaitAdapter({
      adapters: [...chosen.own, ...adapters],
      document,
      signal,
      onUnknown: () => {
        if (isTop) tell(() => sendMessage('noAdapter', { origin }));
      },
    });
    if (adapter.asksForSeller === true && !chosen.own.includes(adapter) && chosen.role !== 'seller') {
      if (chosen.role === 'buyer') return;
      asks = true;
      askForSeller(adapter, signal);
      return;
    }
    hosting.abort();
    handle.adapter = adapter;
    await startWorkbench({ adapter, handle, heard, signal, onOrphaned: () => life.abort() });
  }

  function askForSeller({ id: workbenchId }: Adapter, signal: AbortSignal): void {
    const say = () => tell(() => sendMessage('asksForSeller', { origin, workbenchId }));
    say();
    const timer = setInterval(say, ASK_AGAIN_MS);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  const stopListening = [
    onMessage('adaptersChanged', () => void run()),
    onMessage('pageState', () => ({ adapterId: handle.adapter?.id ?? null, asks })),
  ];
  const watch = setInterval(() => {
    if (!isConnected()) life.abort();
  }, CONNECTION_LOOK_MS);
  life.signal.addEventListener(
    'abort',
    () => {
      round.abort();
      clearInterval(watch);
      for (const stop of stopListening) stop();
    },
    { once: true },
  );
  void run();
}

/** The background may be starting: it is asked until it answers, or the extension is gone. */
async function ask(origin: string, signal: AbortSignal): Promise<PageAdapters | null> {
  while (!signal.aborted && isConnected()) {
    try {
      return await sendMessage('pageAdapters', { origin });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  return null;
}
