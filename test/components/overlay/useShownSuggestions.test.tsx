import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShownSuggestions } from '@/entrypoints/workbench.content/useShownSuggestions';
import type { OpenConversation } from '@/lib/messaging/protocol';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = (conversationId: string, ...ids: string[]): OpenConversation => ({
  conversationId,
  advertiser: false,
  outcome: null,
  suggestions: ids.map((replyId) => ({ replyId, code: '', title: '', text: replyId, score: 1 })),
});

it('tells of a set that stood there long enough, once, and of none that was hidden or replaced before', () => {
  const onShown = vi.fn();
  const start = { open: open('c1', 'a', 'b'), visible: true };
  const { rerender, unmount } = renderHook((props: typeof start) => useShownSuggestions({ ...props, onShown }), {
    initialProps: start,
  });
  vi.advanceTimersByTime(799);
  expect(onShown).not.toHaveBeenCalled();
  rerender({ open: open('c1', 'a', 'b'), visible: true });
  vi.advanceTimersByTime(1);
  expect(onShown.mock.calls).toEqual([[{ conversationId: 'c1', replyIds: ['a', 'b'] }]]);
  rerender({ open: open('c1', 'a', 'b'), visible: true });
  vi.advanceTimersByTime(5_000);
  expect(onShown).toHaveBeenCalledTimes(1);
  rerender({ open: open('c2', 'c'), visible: true });
  vi.advanceTimersByTime(500);
  rerender({ open: open('c2', 'c'), visible: false });
  vi.advanceTimersByTime(5_000);
  rerender({ open: open('c2'), visible: true });
  vi.advanceTimersByTime(5_000);
  rerender({ open: open('c2', 'd'), visible: true });
  unmount();
  vi.advanceTimersByTime(5_000);
  expect(onShown).toHaveBeenCalledTimes(1);
});
