import type { Reading } from '@/lib/domain/reading';

/** What the queue needs of the outside; timers and transport come in so that tests rule them. */
export interface RecordQueueOptions<Ack> {
  /** Resolves only when the readings are committed. */
  send(readings: Reading[]): Promise<Ack>;
  /** What came back with a commit. */
  onCommitted(ack: Ack): void;
  /** How long the oldest reading has waited in vain, ms; called at each failed try. */
  onDelayed(waitedMs: number, error: unknown): void;
  /** The extension was updated or removed: nothing can be delivered from this page any more. */
  onOrphaned(): void;
  /** False once the extension that this script belongs to is gone. */
  isConnected(): boolean;
  schedule(callback: () => void, ms: number): void;
  now(): number;
  signal: AbortSignal;
}

/** See createRecordQueue. */
export interface RecordQueue {
  push(reading: Reading): void;
  /** The page is going away: hands over everything that is not acknowledged yet, without waiting for an answer. */
  handOver(): void;
}

const FIRST_RETRY_MS = 100;
const SLOWEST_RETRY_MS = 5_000;
/** Well under what one message may carry, and enough for minutes of a busy workbench. */
const BATCH_CHARACTERS = 1_000_000;

/**
 * Delivers readings in order, each until it is acknowledged. A reading leaves the queue only when the background
 * answered after its transaction; a worker that was killed on the way rejects, and the same readings go again (they add
 * nothing the second time).
 */
export function createRecordQueue<Ack>(options: RecordQueueOptions<Ack>): RecordQueue {
  const queue: { reading: Reading; size: number; queuedAt: number }[] = [];
  let delivering = false;
  let retryMs = FIRST_RETRY_MS;

  async function deliver(): Promise<void> {
    if (delivering || options.signal.aborted) return;
    delivering = true;
    while (queue.length > 0 && !options.signal.aborted) {
      const batch = nextBatch();
      try {
        const ack = await options.send(batch.map(({ reading }) => reading));
        queue.splice(0, batch.length);
        retryMs = FIRST_RETRY_MS;
        if (!options.signal.aborted) options.onCommitted(ack);
      } catch (error) {
        if (!options.isConnected()) {
          options.onOrphaned();
          return;
        }
        options.onDelayed(options.now() - (queue[0]?.queuedAt ?? options.now()), error);
        const wait = retryMs;
        retryMs = Math.min(retryMs * 2, SLOWEST_RETRY_MS);
        await new Promise<void>((resolve) => options.schedule(resolve, wait));
      }
    }
    delivering = false;
  }

  function nextBatch() {
    let characters = 0;
    let length = 0;
    for (const { size } of queue) {
      characters += size;
      if (length > 0 && characters > BATCH_CHARACTERS) break;
      length++;
    }
    return queue.slice(0, length);
  }

  return {
    push(reading) {
      queue.push({ reading, size: JSON.stringify(reading).length, queuedAt: options.now() });
      void deliver();
    },
    handOver() {
      // What is on its way already goes again: the store takes each reading once, and the page cannot ask any more.
      if (queue.length > 0) options.send(queue.map(({ reading }) => reading)).catch(() => undefined);
    },
  };
}
