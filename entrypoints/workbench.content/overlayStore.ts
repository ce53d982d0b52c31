import { createStore } from 'zustand/vanilla';
import type { LiveView } from '@/lib/domain/live';
import type { NotReadingReason } from '@/lib/domain/reading';
import type { OpenConversation, Welcome } from '@/lib/messaging/protocol';

/** What this tab's overlay shows. The worker's answers fill it; nothing in it is computed here. */
export interface OverlayState {
  recording: Welcome['recording'];
  language: Welcome['language'];
  /** null until the first answer. */
  view: LiveView | null;
  open: OpenConversation | null;
  /** Why this page is not being read, and since when; null while it is. */
  problem: { reason: NotReadingReason; since: number } | null;
  /** Readings that wait for the worker, since when; null while all are stored. */
  undeliveredSince: number | null;
  folded: boolean;
  /** Shown for a few seconds: what an action did (已填入, 已复制 …). */
  message: string | null;
}

/** The store of one tab. */
export function createOverlayStore() {
  return createStore<OverlayState>(() => ({
    recording: 'noConsent',
    language: 'zh-CN',
    view: null,
    open: null,
    problem: null,
    undeliveredSince: null,
    folded: true,
    message: null,
  }));
}

export type OverlayStore = ReturnType<typeof createOverlayStore>;
