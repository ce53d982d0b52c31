import type { Profile } from '@/lib/domain/profile';
import type { DutyTimeline } from './duty';

/** What every entry is judged by. */
export interface FoldContext {
  profile: Profile;
  duty?: DutyTimeline;
  /** Only messages of [from, to) leave a trace in `activity`; absent = all. */
  span?: { from: number | null; to: number | null };
}
