import type { Profile } from '@/lib/domain/profile';

/** What to say about a profile beside its parameters. */
export interface ProfileInfo {
  profile: Profile;
  /** In the user's words, and in English. */
  name: { zh: string; en: string };
  /** Where the rules come from. */
  source: string;
  /** When that was checked, `YYYY-MM-DD`. */
  checked: string;
  /** Parameters that no page states: shown as assumed. */
  assumed: readonly (keyof Profile)[];
  /** What else is worth knowing about them. */
  notes: readonly string[];
}
