import type { Reading } from '@/lib/domain/reading';
import type { Adapter } from '@/lib/workbenches/types';

/** Wall clock, and the clock that nobody sets. Both in ms. */
export interface ObserverClock {
  now(): number;
  performanceNow(): number;
}

/** Waits, in ms. Tests shorten them. */
export interface ObserverTimings {
  /** Between the two equal looks that a conversation's first reading needs. */
  settleMs: number;
  /** The same, where the last conversation was left before its rows were proven. */
  hasteMs: number;
  /** A transcript that has not changed at all since the header did is believed only after this. */
  staleMs: number;
  /** For so long after opening, rows may still be loading: an old one that comes is not an arrival. */
  loadingMs: number;
  /** A part of the page may be missing for so long before that is a problem. */
  graceMs: number;
  /** An own row is expected within this after a send action. */
  ownRowMs: number;
  /** Between two looks at the state of the page. */
  healthMs: number;
}

export interface ObserverOptions {
  adapter: Adapter;
  document: Document;
  /** Recorder.id; every token starts with it. */
  recorderId: string;
  signal: AbortSignal;
  /** Gets each reading at once, inside the observer's callback. */
  onReading(reading: Reading): void;
  /** Hears of each different failure of the observer once. */
  onError?(error: unknown): void;
  clock?: ObserverClock;
  timings?: Partial<ObserverTimings>;
  /** Calls back after so many ms; gives a way to cancel. */
  schedule?(callback: () => void, delayMs: number): () => void;
  /** Whether an element is drawn; for documents without layout. */
  isVisible?(element: Element): boolean;
}

export interface RunningObserver {
  /** Looks at everything again, and sends it again: after a pause, or when the writer lost something. */
  resync(): void;
}
