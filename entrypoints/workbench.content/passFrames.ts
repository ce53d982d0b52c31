import { type SharedFrame, sendMessage } from '@/lib/messaging/protocol';
import { framePathOf } from '@/lib/observer/framePath';
import type { HeardFrames } from './hearFrames';
import { watchLayout } from './watchLayout';

/** Hands on what the frames inside this frame tell of themselves, with their boxes where they stand in this one. */
export function passFrames({
  window,
  heard,
  signal,
}: {
  window: Window;
  heard: HeardFrames;
  signal: AbortSignal;
}): void {
  const passed = new Map<string, { sent: string; heardAt: number; shared: SharedFrame }>();
  const send = (shared: SharedFrame) => void sendMessage('shareFrame', shared).catch(() => undefined);
  const look = () => {
    const path = framePathOf(window);
    if (path === null) return;
    const frames = heard.list();
    for (const { heardAt, ...frame } of frames) {
      const shared = { ...frame, path };
      const sent = JSON.stringify(shared);
      const before = passed.get(frame.id);
      if (before?.sent === sent && before.heardAt === heardAt) continue;
      passed.set(frame.id, { sent, heardAt, shared });
      send(shared);
    }
    for (const [id, { shared }] of passed) {
      if (frames.some((frame) => frame.id === id)) continue;
      passed.delete(id);
      send({ ...shared, boxes: [], state: null });
    }
  };
  watchLayout({ document: window.document, look, signal });
  heard.onChange(look, signal);
}
