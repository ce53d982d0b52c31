import type { DutyTimeline } from './duty';
import type { Profile } from './profiles/types';

/** What every entry is judged by. */
export interface FoldContext {
  profile: Profile;
  duty?: DutyTimeline;
  /** Only messages of [from, to) leave a trace in `activity`; absent = all. */
  span?: { from: number | null; to: number | null };
}
