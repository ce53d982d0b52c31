import { createStore } from 'zustand/vanilla';
import type { LiveView, Mark } from '@/lib/domain/live';
import type { NotReadingReason } from '@/lib/domain/reading';
import type { OverlayPlace, Settings } from '@/lib/domain/settings';
import type { OpenConversation, Welcome } from '@/lib/messaging/protocol';

/** What this tab's overlay shows. The worker's answers fill it; nothing in it is computed here. */
export interface TabOverlayState {
  /** The adapter's id; empty in a page without a workbench. */
  workbenchId: string;
  /** Pill and panel stand in the page around this frame; null = not known yet. */
  hosted: boolean | null;
  recording: Welcome['recording'];
  pausedAt: number | null;
  language: Welcome['language'];
  theme: Settings['theme'];
  /** null until the first answer. */
  view: LiveView | null;
  open: OpenConversation | null;
  /** Why this page is not being read, and since when; null while it is. */
  problem: { reason: NotReadingReason; since: number } | null;
  /** Readings that wait for the worker, since when; null while all are stored. */
  undeliveredSince: number | null;
  /** Teaching has its own overlay on the page: this one is taken off it. */
  aside: boolean;
  /** The agent wants it on the page at all. */
  shown: boolean;
  folded: boolean;
  size: Settings['overlay']['size'];
  /** Where the agent dragged it to, by workbench and window size. */
  places: Record<string, OverlayPlace>;
  /** While it is being dragged. */
  dragged: { left: number; top: number } | null;
  peakSort: Settings['peakSort'];
  palette: Settings['palette'];
  pastePictures: Settings['pastePictures'];
  care: Settings['care'];
  shop: string | null;
  lastMark: Mark | null;
  /** Conversation whose item in the list is outlined, and until when. */
  outlined: { conversationKey: string; until: number } | null;
}

/** The store of one tab. */
export function createOverlayStore(
  of: Pick<TabOverlayState, 'workbenchId' | 'hosted'> = { workbenchId: '', hosted: false },
) {
  return createStore<TabOverlayState>(() => ({
    ...of,
    recording: 'noConsent',
    pausedAt: null,
    language: 'zh-CN',
    theme: 'auto',
    view: null,
    open: null,
    problem: null,
    undeliveredSince: null,
    aside: false,
    shown: true,
    folded: true,
    size: 'medium',
    places: {},
    dragged: null,
    peakSort: 'aboutToBeLate',
    palette: { byWorkbench: {} },
    pastePictures: [],
    care: { on: false, off: [], added: [], secondEnter: [] },
    shop: null,
    lastMark: null,
    outlined: null,
  }));
}

export type OverlayStore = ReturnType<typeof createOverlayStore>;
