// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { boxesThroughFrame, framePathOf } from '@/lib/observer/framePath';

it('tells where a window stands, also behind frames that are in front of it', () => {
  document.body.innerHTML = '<iframe id="first"></iframe><iframe id="second"></iframe>';
  const second = document.querySelector<HTMLIFrameElement>('#second');
  const inner = second?.contentWindow;
  if (!inner) throw new Error('No frame.');
  expect(framePathOf(window)).toEqual([]);
  expect(framePathOf(inner as unknown as Window)).toEqual([1]);
  document.querySelector('#first')?.remove();
  expect(framePathOf(inner as unknown as Window)).toEqual([0]);
});

it('moves boxes to where the frame stands, inside its border, and cuts what it does not show', () => {
  document.body.innerHTML = '<iframe></iframe>';
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  frame.getBoundingClientRect = () => new DOMRect(100, 50, 406, 306);
  for (const [name, value] of Object.entries({ clientLeft: 3, clientTop: 3, clientWidth: 400, clientHeight: 300 }))
    Object.defineProperty(frame, name, { value });
  const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });
  expect(
    boxesThroughFrame(frame, [box(10, 20, 30, 40), box(-10, -10, 20, 20), box(390, 290, 50, 50), box(0, 400, 10, 10)]),
  ).toEqual([box(113, 73, 30, 40), box(103, 53, 10, 10), box(493, 343, 10, 10)]);
});
