import { describe, expect, it } from 'vitest';
import { placePalette } from '@/components/palette/placePalette';

const window = { width: 1366, height: 768 };

describe('placePalette', () => {
  it('stands above the line of the caret and begins there', () => {
    expect(placePalette({ caret: { left: 500, top: 600, height: 20 }, window, send: null })).toEqual({
      left: 500,
      width: 420,
      top: null,
      bottom: 172,
    });
  });

  it('stands below where there is more room', () => {
    expect(placePalette({ caret: { left: 500, top: 100, height: 20 }, window, send: null })).toMatchObject({
      top: 124,
      bottom: null,
    });
  });

  it('stays in the window', () => {
    expect(placePalette({ caret: { left: 1300, top: 600, height: 20 }, window, send: null }).left).toBe(942);
    const narrow = placePalette({
      caret: { left: 90, top: 600, height: 20 },
      window: { width: 300, height: 700 },
      send: null,
    });
    expect(narrow).toMatchObject({ left: 4, width: 292 });
  });

  it('makes way for the send button', () => {
    const send = { left: 880, top: 130, width: 80, height: 32 };
    const { left, width, top } = placePalette({ caret: { left: 600, top: 100, height: 20 }, window, send });
    expect(top).toBe(124);
    expect(left + width).toBeLessThanOrEqual(send.left);
    // Above the caret's line nothing is in its way.
    expect(placePalette({ caret: { left: 600, top: 600, height: 20 }, window, send }).left).toBe(600);
  });
});
