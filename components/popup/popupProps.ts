import type { DutyActions } from '@/components/duty/dutyProps';
import type { PeakSort } from '@/components/waiting/waitingOrder';
import type { FigureRef } from '@/lib/domain/figureRef';
import type { LiveView, Waiting, WorkbenchTab } from '@/lib/domain/live';
import type { Suggestion } from '@/lib/domain/quickReply';

/** Hours of the day that the profile counts, `8`–`23`; null = all day. */
export interface CountedHours {
  from: number;
  to: number;
}

/** Yesterday's figures, for the time when no workbench is open. */
export type DayCard = Pick<LiveView, 'today' | 'targets' | 'profileId' | 'basedOn' | 'profileName'>;

/** What stands instead of the figures, or `live`. */
export type PopupState =
  | { kind: 'notSetUp' }
  | { kind: 'noWorkbench'; yesterday: DayCard | null }
  | { kind: 'storageBroken'; reason: string }
  | { kind: 'live' };

/** What the popup is told. */
export interface PopupView {
  state: PopupState;
  /** null until there is one; `live` needs it. */
  view: LiveView | null;
  /** The workbench in the active tab; null = the active tab is another page. */
  activeTab: WorkbenchTab | null;
  /** Host of the page in front, when it may not be read yet; null = there is nothing to add. */
  addable: string | null;
  /** Host of the page in front, when the browser let us in nowhere on it although it was granted; null = no such thing. */
  unreachable: string | null;
  /** The conversation open in the active tab; null = none. */
  currentId: string | null;
  /** For that conversation. */
  suggestions: readonly Suggestion[];
  hours: CountedHours | null;
  /** How far figures by newly chosen rules are: until they are complete the old ones stay, greyed; null = none are made. */
  rederiving: { done: number; total: number } | null;
  peakSort: PeakSort;
  /** What became of 复制日报; null = not pressed. */
  copied: 'done' | 'failed' | null;
  /** Minutes that can be paused for; null = until resumed. One choice is a button, several are a menu. */
  pauseChoices: readonly (number | null)[];
}

/** What the agent does with it. */
export interface PopupActions extends DutyActions {
  onStart: () => void;
  /** 记录这个页面: asks the browser for the page in front. */
  onAddPage: () => void;
  onPause: (minutes: number | null) => void;
  onResume: () => void;
  /** 去回复: focuses the tab and outlines the row. */
  onReply: (wait: Waiting) => void;
  onInsert: (suggestion: Suggestion) => void;
  /** 怎么办 for a tab that is not recording. */
  onFix: (tab: WorkbenchTab) => void;
  /** 我在这里是卖家, or not. */
  onSeller: (tab: WorkbenchTab, role: 'seller' | 'buyer') => void;
  /** The shop of a tab's page; null = it needs no name. */
  onNameShop: (tab: WorkbenchTab, shop: string | null) => void;
  onCopyReport: () => void;
  onExport: () => void;
  /** The turns behind a figure; null = all of them. */
  onDetails: (figure: FigureRef | null) => void;
  /** The turns with a message that may be automatic. */
  onReview: () => void;
  /** The profile and its source. */
  onProfile: () => void;
  onSettings: () => void;
  /** Tries the storage again. */
  onRetry: () => void;
}

export type PopupProps = PopupView & PopupActions;
