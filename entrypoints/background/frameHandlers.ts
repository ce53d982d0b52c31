import type { Browser } from 'wxt/browser';
import { type FrameRequest, type SharedFrame, sendMessage, type Welcome } from '@/lib/messaging/protocol';
import type { HandlerParts } from './handlers';
import { welcomeOf } from './recordingState';

type Sender = Browser.runtime.MessageSender;

/**
 * The handlers between the frames of one tab. Content scripts cannot speak to each other without the page's hearing it,
 * so that the worker passes on what they say; it keeps nothing of it.
 */
export function createFrameHandlers({ live, broadcaster }: Pick<HandlerParts, 'live' | 'broadcaster'>) {
  return {
    async shareFrame(shared: SharedFrame, sender: Sender): Promise<void> {
      const tabId = sender.tab?.id;
      const frameId = shared.frameId ?? sender.frameId;
      if (tabId === undefined || frameId === undefined) return;
      await sendMessage('frameShared', { ...shared, frameId }, tabId).catch(ignoreGoneFrame);
    },

    async hostFrame(data: { id: string; frameId: number }, sender: Sender): Promise<Omit<Welcome, 'tabId'>> {
      await toFrame(sender, data.frameId, (place) => sendMessage('frameHosted', { id: data.id }, place));
      // What is open in the frame is told with the next change, which this makes.
      broadcaster.refresh();
      return { ...welcomeOf(await live.settings(), live), view: await live.view() };
    },

    async askFrame({ frameId, request }: { frameId: number; request: FrameRequest }, sender: Sender): Promise<void> {
      await toFrame(sender, frameId, (place) => sendMessage('frameAsked', { request }, place));
    },

    async escapeOverlay(sender: Sender): Promise<void> {
      await toFrame(sender, 0, (place) => sendMessage('foldOverlay', {}, place));
    },
  };
}

async function toFrame(
  sender: Sender,
  frameId: number,
  send: (place: { tabId: number; frameId: number }) => Promise<unknown>,
): Promise<void> {
  if (sender.tab?.id !== undefined) await send({ tabId: sender.tab.id, frameId }).catch(ignoreGoneFrame);
}

/** A frame that has gone has nobody who listens; the page around it notices by itself. */
function ignoreGoneFrame(): void {}
