import type { DutyActions } from '@/components/duty/dutyProps';
import type { PeakSort } from '@/components/waiting/waitingOrder';
import type { LiveView, Mark, TabState, Waiting, WorkbenchTab } from '@/lib/domain/live';
import type { Suggestion } from '@/lib/domain/quickReply';

/** Where the overlay stands, CSS px from the window's left and top. */
export interface Place {
  left: number;
  top: number;
}

/** 小, 中, 大. */
export type OverlaySize = 'small' | 'medium' | 'large';

/** The conversation that is open in the overlay's tab. */
export interface CurrentConversation {
  conversationId: string;
  outcome: 'ordered' | 'lost' | 'followUp' | null;
  advertiser: boolean;
}

/** What the overlay is told. */
export interface OverlayState {
  view: LiveView;
  /** What its own tab does. */
  status: TabState;
  /** Pill or panel. */
  folded: boolean;
  size: OverlaySize;
  /** null = it is laid out by whoever mounted it. */
  place: Place | null;
  /** null when no conversation is open. */
  current: CurrentConversation | null;
  /** For the current conversation's unanswered messages; at most three are shown. */
  suggestions: readonly Suggestion[];
  /** The figures are being worked out anew: the old ones stay, greyed. */
  stale?: boolean;
  /** Only this shop's customers are listed; null = all. */
  shop: string | null;
  peakSort: PeakSort;
  /** Conversations that ended without a mark. */
  toMark: number;
  /** The mark just set, which can still be taken back; null = none. */
  lastMark: Mark | null;
}

/** What the agent does with it. */
export interface OverlayActions extends DutyActions {
  /** Folds or unfolds. */
  onToggle: () => void;
  onPause: () => void;
  onResume: () => void;
  onShop: (shop: string | null) => void;
  onJump: (wait: Waiting) => void;
  /** All who wait, or all who are over: the list that did not fit. */
  onMore: () => void;
  onInsert: (suggestion: Suggestion) => void;
  /** 起个店名: opens where that is typed. */
  onNameShop: () => void;
  /** The page of a tab needs no name of its shop. */
  onLeaveShop: (tab: WorkbenchTab) => void;
  onMark: (mark: Mark) => void;
  onUndo: () => void;
  onToMark: () => void;
  /** 重新识别. */
  onRecognise: () => void;
  /** 开始记录. */
  onStart: () => void;
  /** While it is dragged, and once more with `done` when it is let go. */
  onDrag: (place: Place, done: boolean) => void;
}

export type OverlayProps = OverlayState & OverlayActions;
