import type { CareSettings } from './care';
import type { Shift } from './duty';
import type { Profile } from './profile';
import type { TargetFigure } from './target';

/** Every field that 复制日报 can show: those of a fresh install first, in their order, then those that are off. */
export const DAILY_REPORT_FIELDS = [
  'date',
  'shift',
  'person',
  'customers',
  'firstResponse',
  'averageResponse',
  'within',
  'answerQuestionRatio',
  'replyRate',
  'coverage',
  'turns',
  'medianResponse',
  'p90Response',
  'longestResponse',
  'own',
  'unanswered',
] as const;

/** A figure or fact of the daily report's line. `own` = the share within the agent's own N seconds. */
export type DailyReportField = (typeof DAILY_REPORT_FIELDS)[number];

/** Where the overlay stands, CSS pixels from the window's left and top, and whether it is folded to the pill. */
export interface OverlayPlace {
  left: number;
  top: number;
  folded: boolean;
}

/** Hours in which nothing sounds or pops up, minutes of the local day; `from` > `to` runs over midnight. */
export interface QuietHours {
  fromMinute: number;
  toMinute: number;
}

/** Account and shop as the agent named them where the page does not show them. */
export interface OriginNames {
  account: string | null;
  shop: string | null;
  /** The agent was asked for the shop, and answered, if only that it needs no name. Absent = not yet. */
  asked?: boolean | undefined;
}

/** Everything that the agent can choose. Plain data, one value in the extension's storage. */
export interface Settings {
  version: number;
  /** When 开始记录 was pressed, ms; null = nothing may be recorded. */
  consentedAt: number | null;
  /** Since when recording is paused, ms; null = not paused. */
  pausedAt: number | null;
  language: 'auto' | 'zh-CN' | 'en';
  theme: 'auto' | 'light' | 'dark';
  /** Profile for every workbench; null = the workbench's own, `selfcoach` where it has none. */
  profileId: string | null;
  /** Edited copies of profiles, days that a platform does not count included; ids are unique and none is built in. */
  customProfiles: Profile[];
  /** Whole texts that classify messages; null = the list as shipped. */
  wordLists: {
    /** Customers' messages that need no answer. */
    closing: string[] | null;
    /** Replies without substance. */
    perfunctory: string[] | null;
  };
  /** The agent's own 达标 per figure (ms for durations, fractions for rates); absent = the profile's. */
  targetOverrides: Partial<Record<TargetFigure, number>>;
  persons: string[];
  /** On duty now; always one of `persons`; null = 未指定. */
  person: string | null;
  /** The browser was started, or nobody worked in it for hours: who is on duty is to be asked. */
  askPerson: boolean;
  /** People's names now, by the names under which they were recorded. */
  renamedPersons: Record<string, string>;
  /** Outside of them the agent is off duty; empty = no shifts. */
  shifts: Shift[];
  /** Accounts (see accountKey) that several people use: what is sent there from elsewhere is a colleague's. */
  sharedAccounts: string[];
  /** Customers' names and ids, whole: internal accounts and advertisers, left out of every figure. */
  internalCustomers: string[];
  /** By origin. */
  origins: Record<string, OriginNames>;
  /** What the user said to be on pages that buyers see too, by origin; absent = not asked or not answered. */
  roles: Record<string, 'seller' | 'buyer'>;
  /** Days that message text is kept; 0 = text is not stored at all. */
  retentionDays: number;
  /** N of the agent's own N-second rate, beside 10, 30, 60 and 180; null = none. */
  ownSeconds: number | null;
  overlay: {
    shown: boolean;
    size: 'small' | 'medium' | 'large';
    /** By overlayPlaceKey. */
    places: Record<string, OverlayPlace>;
  };
  reminders: {
    tone: boolean;
    notification: boolean;
    /** null = none. */
    quietHours: QuietHours | null;
  };
  palette: {
    /** By workbench (adapter id): whether `/` and `、` open the palette, or are left to the workbench's own picker. */
    byWorkbench: Record<string, { marks: boolean }>;
  };
  /**
   * Workbenches (adapter ids) whose composer keeps a pasted picture until the agent sends it. Elsewhere a picture goes to
   * the clipboard: a page that sends at the paste would send it for the agent.
   */
  pastePictures: string[];
  /** Order of the waiting list in a peak: 快超时优先 or 等最久优先. */
  peakSort: 'aboutToBeLate' | 'longest';
  /** Fields of 复制日报, in order. */
  dailyReport: DailyReportField[];
  care: CareSettings;
  /** {称呼}: how customers are spoken to, and at shops (by name) that have their own. */
  address: string;
  shopAddresses: Record<string, string>;
  /** A turn above this latency is 慢响应, ms. */
  slowTurnMs: number;
  /** A session above this length is 长接待, ms. */
  longSessionMs: number;
}

/** Key of `Settings.overlay.places`: one place per workbench and window size. */
export function overlayPlaceKey(place: { workbenchId: string; width: number; height: number }): string {
  return `${place.workbenchId}|${place.width}x${place.height}`;
}
