/** A shift (班次): hours of the wall clock that repeat on days of the week. */
export interface Shift {
  /** 早班; as the daily report names it. */
  name: string;
  /** Minutes of the local day; `to` at or before `from` is the next day's. */
  fromMinute: number;
  toMinute: number;
  /** Days on which it begins: 1 Monday … 7 Sunday. */
  days: number[];
}

/** What says that somebody is on or off duty. */
export type DutySource =
  /** 下班 and 上班, pressed by the agent. */
  | 'switch'
  /** The workbench shows the account as 离线. */
  | 'workbench'
  /** No workbench was open in this browser, for so long that it was closed on purpose. */
  | 'closed';

/** For how long something said so. Kept for ever: figures of the past are derived from it. */
export interface DutyStretch {
  source: DutySource;
  on: boolean;
  /** ms; `to` is Infinity while it lasts. */
  from: number;
  to: number;
  /** The account that it is said of (see accountKey); null = whoever works in this browser. */
  account: string | null;
}

/** Whether the agent is on duty now, and who says so; `by` null = nobody says anything, so they are. */
export interface DutyState {
  on: boolean;
  by: DutySource | 'shift' | null;
  /** Since when, ms; null when not known. */
  since: number | null;
}

/** Of the conversations of one login: the workbench, its address, and the account as the page shows it. */
export function accountKey(of: { workbenchId: string; origin: string; account: string | null }): string {
  return `${of.workbenchId}|${of.origin}|${of.account ?? ''}`;
}

/** The parts of an account's key. */
export function accountOf(key: string): { workbenchId: string; origin: string; account: string | null } {
  const [workbenchId = '', origin = '', ...account] = key.split('|');
  const name = account.join('|');
  return { workbenchId, origin, account: name === '' ? null : name };
}
