import { browser } from 'wxt/browser';
import { type PageStart, sendMessage } from '@/lib/messaging/protocol';
import { startContentScriptIn } from './contentScripts';

const TEACHING_FILE = '/teaching.js';
/** A page draws its workbench for a while before it can be told; it is asked so often, this far apart. */
const LOOKS = 12;
const LOOK_MS = 250;

/** A frame of a tab. */
export interface FramePlace {
  tabId: number;
  frameId: number;
}

/**
 * Records the page of a tab whose origin was just granted. That a script was registered does not mean that it runs
 * there, so it is asked. Where no adapter fits the page, teaching starts.
 */
export async function startPage(tabId: number): Promise<PageStart> {
  await startContentScriptIn(tabId);
  for (let look = 0; look < LOOKS; look++) {
    const states = await statesIn(tabId);
    if (states.length === 0 && look > 2) return 'unreachable';
    if (states.some(({ adapterId }) => adapterId !== null)) return 'recording';
    if (states.some(({ asks }) => asks)) return 'asks';
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return startTeaching({ tabId, frameId: await frameToTeach(tabId) });
}

/** Addresses of the frames that fill at least half of a page: a chat may live in one. None where we may not look. */
export async function readLargeFrames(tabId: number): Promise<string[]> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () =>
        [...document.querySelectorAll('iframe')].flatMap((frame) => {
          const { width, height } = frame.getBoundingClientRect();
          const isLarge = 2 * width * height >= innerWidth * innerHeight;
          return isLarge && /^https?:/.test(frame.src) ? [frame.src] : [];
        }),
    });
    return answer?.result ?? [];
  } catch {
    // Neither granted nor opened by a click on the icon.
    return [];
  }
}

/**
 * Where the chat of a page is likely to be: the page itself, with its frames of the same origin, or a frame of another
 * origin that fills at least half of it.
 */
async function frameToTeach(tabId: number): Promise<number> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // The element around a frame of another origin cannot be seen from inside.
    func: () => ({ area: innerWidth * innerHeight, isForeign: window !== window.top && window.frameElement === null }),
  });
  const page = frames.find(({ frameId }) => frameId === 0)?.result?.area ?? 0;
  const large = frames.filter(({ result }) => result?.isForeign === true && 2 * result.area >= page);
  const [largest] = large.sort((a, b) => (b.result?.area ?? 0) - (a.result?.area ?? 0));
  return largest?.frameId ?? 0;
}

/** Starts teaching in a frame; its content script has to be there, which knows what reads the page now. */
export async function startTeaching({ tabId, frameId }: FramePlace): Promise<PageStart> {
  await startContentScriptIn(tabId);
  if ((await stateOf({ tabId, frameId })) === null) return 'unreachable';
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [TEACHING_FILE] });
    return 'teaching';
  } catch {
    // Discarded, crashed, or a page of the browser's own.
    return 'unreachable';
  }
}

interface FrameState {
  adapterId: string | null;
  asks: boolean;
}

/** null when nobody answers there. */
async function stateOf(place: FramePlace): Promise<FrameState | null> {
  try {
    return await sendMessage('pageState', {}, place);
  } catch {
    return null;
  }
}

/** What every frame of a tab says that we are let into: a workbench may live in a frame of its page. */
async function statesIn(tabId: number): Promise<FrameState[]> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    const states = await Promise.all(frames.map(({ frameId }) => stateOf({ tabId, frameId })));
    return states.filter((state) => state !== null);
  } catch {
    // Discarded, crashed, or a page of the browser's own.
    return [];
  }
}

/** Tells the content scripts that another adapter may read their page now. */
export async function tellAdaptersChanged(): Promise<void> {
  // Every tab, for the workbench may live in a frame of a page that was not allowed itself.
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined) sendMessage('adaptersChanged', {}, id).catch(() => undefined);
}
