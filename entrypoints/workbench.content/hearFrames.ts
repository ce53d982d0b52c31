import { onMessage, type SharedFrame, sendMessage } from '@/lib/messaging/protocol';
import { boxesThroughFrame, frameElementAt, framePathOf } from '@/lib/observer/framePath';

/** A frame that is read, its boxes in this window. */
export type HeardFrame = Omit<SharedFrame, 'frameId' | 'state'> & {
  frameId: number;
  state: NonNullable<SharedFrame['state']>;
  /** When it last said anything, ms. */
  heardAt: number;
};

/** What the frames inside this window tell of themselves. */
export interface HeardFrames {
  /** Those that still stand there, where they stand now. */
  list(): HeardFrame[];
  /** Runs on every word from a frame, until `signal` is aborted. */
  onChange(run: () => void, signal: AbortSignal): void;
}

/** A frame that has just been inserted or removed moves the index of those behind it, until they say so. */
const MOVED_MS = 2_500;

/** Listens to the frames directly inside this window; those deeper down are handed on by the frames in between. */
export function hearFrames({ window, signal }: { window: Window; signal: AbortSignal }): HeardFrames {
  const { document } = window;
  const frames = new Map<string, HeardFrame>();
  const listeners = new Set<() => void>();
  const stop = onMessage('frameShared', ({ data }) => {
    const own = framePathOf(window);
    if (own === null || data.path.length !== own.length + 1 || own.some((step, i) => data.path[i] !== step)) return;
    if (data.state === null) frames.delete(data.id);
    else frames.set(data.id, { ...data, state: data.state, heardAt: Date.now() });
    for (const run of listeners) run();
  });
  signal.addEventListener('abort', stop, { once: true });
  return {
    list() {
      return [...frames.values()].flatMap((frame) => {
        const element = frameElementAt(document, frame.path.at(-1) ?? -1);
        if (element !== null) return [{ ...frame, boxes: boxesThroughFrame(element, frame.boxes) }];
        if (Date.now() - frame.heardAt > MOVED_MS) frames.delete(frame.id);
        return [];
      });
    },
    onChange(run, until) {
      listeners.add(run);
      until.addEventListener('abort', () => listeners.delete(run), { once: true });
    },
  };
}

/** A page with a workbench of its own has the overlay for those in its frames, too: it says so to each. */
export function welcomeFrames(heard: HeardFrames, signal: AbortSignal): void {
  const known = new Set<string>();
  const look = () => {
    for (const { id, frameId } of heard.list()) {
      if (known.has(id)) continue;
      known.add(id);
      sendMessage('hostFrame', { id, frameId }).catch(() => known.delete(id));
    }
  };
  heard.onChange(look, signal);
  look();
}
