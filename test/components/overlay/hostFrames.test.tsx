import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HeardFrame } from '@/entrypoints/workbench.content/hearFrames';
import { hostFrames } from '@/entrypoints/workbench.content/hostFrames';
import { onMessage } from '@/lib/messaging/protocol';
import { view as viewOf, waits } from '../samples';

/** The overlay of workbenches in frames, in a page that has none: what stands there, and when it is red. */

const state = {
  recorderId: 'r1',
  workbenchId: 'taobao',
  problem: null,
  undeliveredSince: null,
  aside: false,
} as const;
const frame = (change: Partial<HeardFrame> = {}): HeardFrame => ({
  ...{ id: 'f1', frameId: 7, path: [1], boxes: [], state, heardAt: Date.now() },
  ...change,
});

let frames: HeardFrame[] = [];
let changed: () => void = () => undefined;
const heard = {
  list: () => frames,
  onChange: (run: () => void) => {
    changed = run;
  },
};
let life: AbortController;
let hosted: { id: string; frameId: number }[] = [];
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element) {
    return attachShadow.call(this, { mode: 'open' });
  });
  frames = [];
  hosted = [];
  life = new AbortController();
  stop = onMessage('hostFrame', ({ data }) => {
    hosted.push(data);
    return {
      ...({ recording: 'on', language: 'zh-CN', theme: 'auto', peakSort: 'aboutToBeLate' } as const),
      overlay: { shown: true, size: 'medium', places: {} } as const,
      palette: { byWorkbench: {} },
      pastePictures: [],
      care: { on: false, off: [], added: [], secondEnter: [] },
      view: viewOf(waits(3)),
    };
  });
});

afterEach(() => {
  life.abort();
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const text = () => [...document.body.children].map((one) => one.shadowRoot?.textContent ?? '').join('');
const start = () => hostFrames({ window, heard, signal: life.signal, report: (error) => console.error(error) });
async function say(next: HeardFrame[]): Promise<void> {
  frames = next;
  await act(async () => {
    changed();
    await vi.advanceTimersByTimeAsync(50);
  });
}
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

it('stands there as long as a frame that is read does, and says so to each once', async () => {
  start();
  expect(text()).toBe('');
  await say([frame()]);
  expect(text()).toContain('3 等待');
  await say([frame(), frame({ id: 'f2', frameId: 9 })]);
  await say([frame(), frame({ id: 'f2', frameId: 9 })]);
  expect(hosted).toEqual([
    { id: 'f1', frameId: 7 },
    { id: 'f2', frameId: 9 },
  ]);
  await say([]);
  expect(text()).toBe('');
});

it('is red while one of them is not read, whichever it stands for', async () => {
  start();
  const lost = { ...state, recorderId: 'r2', problem: { reason: 'noList', since: Date.now() } } as const;
  await say([frame(), frame({ id: 'f2', frameId: 9, state: lost })]);
  expect(text()).toContain('没在记录');
  await say([frame(), frame({ id: 'f2', frameId: 9 })]);
  expect(text()).not.toContain('没在记录');
});

it('is red when a frame in sight falls silent, and not before', async () => {
  start();
  const silent = frame();
  await say([silent]);
  await pass(25_000);
  expect(text()).not.toContain('没在记录');
  await pass(7_000);
  expect(text()).toContain('没在记录');
  await say([frame()]);
  expect(text()).not.toContain('没在记录');
});

it('goes aside while a frame is taught', async () => {
  start();
  await say([frame()]);
  await say([frame({ state: { ...state, aside: true } })]);
  expect(text()).toBe('');
  await say([frame()]);
  expect(text()).toContain('3 等待');
});
